import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** An entry of the tab bar. */
export type Tab = {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** `app.json` as the platform reads it. */
export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: Tab[] }
  entryPagePath?: string
  requiredPrivateInfos?: string[]
  __usePrivacyCheck__?: boolean
}

/** The pages and packages of a built mini program. */
export type Manifest = {
  dist: string
  app: AppJson
  /** Every page, main package first. */
  pages: readonly string[]
  tabs: readonly string[]
  /** Roots of the subpackages, each with a trailing slash. */
  roots: readonly string[]
  entry: string
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T

/** Reads a dist's `app.json`; throws when it is missing. */
export const readManifest = (dist: string): Manifest => {
  const file = join(dist, 'app.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build:weapp makes it`)
  const app = readJson<AppJson>(file)
  const packages = app.subPackages ?? app.subpackages ?? []
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => posix.join(root, page)),
  )
  const pages = [...app.pages, ...inPackages]
  return {
    dist,
    app,
    pages,
    tabs: app.tabBar?.list.map((tab) => tab.pagePath) ?? [],
    roots: packages.map(({ root }) => `${root.replace(/\/$/, '')}/`),
    entry: app.entryPagePath ?? pages[0] ?? '',
  }
}

/** The components used by a page or component: tag → path from the root of the dist. */
export const usedComponents = (dist: string, path: string): Record<string, string> => {
  const file = join(dist, `${path}.json`)
  const { usingComponents = {} } = existsSync(file)
    ? readJson<{ usingComponents?: Record<string, string> }>(file)
    : {}
  const pathOf = (named: string) =>
    named.startsWith('/') ? named.slice(1) : posix.join(posix.dirname(path), named)
  return Object.fromEntries(
    Object.entries(usingComponents).map(([tag, named]) => [tag, pathOf(named)]),
  )
}
