/** The progress of one night's sweep; `_id` is the day. */
export type SweepRunDocument = {
  _id: string
  state: 'running' | 'done'
  startedAt: number
  leaseUntil: number
  cursor: { reviewOn: string; id: string } | null
  reviewed: number
  changed: number
  failed: number
  finishedAt: number | null
  /** Everything that the night's timer does is done: its later runs end after one read. */
  isNightOver?: boolean
}

declare module '@core/data/documents' {
  interface Documents {
    sweepRuns: SweepRunDocument
  }
}
