/** A single document of settings, named by its id; what it holds is its owner's. */
export type SettingsDocument = { _id: string } & Record<string, unknown>

declare module '@core/data/documents' {
  interface Documents {
    settings: SettingsDocument
  }
}
