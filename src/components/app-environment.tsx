import { createContext, useContext } from 'react'

/** What components need to know about the platform; provided once by the app. */
export type AppEnvironment = {
  /** Space taken at the top of a page by the status bar and WeChat's capsule, in logical px. */
  topInsets: { statusBar: number; bar: number; capsule: number }
  /** The URL of a picture by its name. */
  pictureUrl(name: string): string
  goBack(): void
}

const EnvironmentContext = createContext<AppEnvironment>({
  topInsets: { statusBar: 0, bar: 52, capsule: 0 },
  pictureUrl: (name) => name,
  goBack: () => undefined,
})

export const AppEnvironmentProvider = EnvironmentContext.Provider

export const useAppEnvironment = (): AppEnvironment => useContext(EnvironmentContext)
