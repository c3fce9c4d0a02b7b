import { createContext, useContext } from 'react'

/** What the parts of a page need to know of where they are; the app tells them once. */
export type AppEnvironment = {
  /** The room taken at the top of a page by the phone and by WeChat's capsule, in its own px. */
  topInsets: { statusBar: number; bar: number; capsule: number }
  /** Where the file of a named picture lies. */
  pictureUrl(name: string): string
  goBack(): void
}

const EnvironmentContext = createContext<AppEnvironment>({
  topInsets: { statusBar: 0, bar: 52, capsule: 0 },
  pictureUrl: (name) => name,
  goBack: () => undefined,
})

/** Tells everything inside where it is. */
export const AppEnvironmentProvider = EnvironmentContext.Provider

/** Where this part is. */
export const useAppEnvironment = (): AppEnvironment => useContext(EnvironmentContext)
