/** A cancellation that another system recorded. */
export type ImportedRefundDocument = {
  _id: string
  memberId: string
  source: string
  number: string
  at: number
  fen: number
  unmatchedFen: number
  /** The import that brought it; absent before imports had names. */
  name?: string
}

declare module '@core/data/documents' {
  interface Documents {
    refunds: ImportedRefundDocument
  }
}
