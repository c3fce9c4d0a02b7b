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
}

declare module '@core/data/documents' {
  interface Documents {
    sweepRuns: SweepRunDocument
  }
}
