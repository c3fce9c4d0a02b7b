import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { filesBelow } from '../../config/build-cache'
import { weappSizes } from '../../config/sizes'
import { type Manifest, readManifest } from './harness/manifest'
import { DIST } from './shop-app'

/** WeChat's requirements on packages (WeChat docs, framework). */

const dist = DIST
let manifest: Manifest
beforeAll(() => void (manifest = readManifest(dist)))

/** 40 KB: "icon 大小限制为 40kb". */
const ICON_BYTES_MAX = 40 * 1024

test('every page has its script, settings and template', () => {
  const missing = manifest.pages.flatMap((page) =>
    ['js', 'json', 'wxml'].map((extension) => `${page}.${extension}`),
  )
  expect(missing.filter((file) => !existsSync(join(dist, file)))).toEqual([])
  expect(manifest.pages).toContain('pages/admin-customers/members/list/index')
})

test('the tab bar has two to five entries, all in the main package, with small icons', () => {
  const tabs = manifest.app.tabBar?.list ?? []
  expect(tabs.length).toBeGreaterThanOrEqual(2)
  expect(tabs.length).toBeLessThanOrEqual(5)
  for (const { pagePath, iconPath = '', selectedIconPath = '' } of tabs) {
    expect(manifest.app.pages).toContain(pagePath)
    for (const icon of [iconPath, selectedIconPath]) {
      expect(statSync(join(dist, icon)).size).toBeLessThanOrEqual(ICON_BYTES_MAX)
    }
  }
})

test('subpackages are not nested and contain no page of the main package', () => {
  const { roots, app } = manifest
  for (const root of roots) {
    const within = [...roots, ...app.pages].filter((one) => one !== root && one.startsWith(root))
    expect(within).toEqual([])
  }
})

test('packages stay within their budgets', () => {
  const sizes = weappSizes(dist)
  expect(sizes.map(({ name }) => name)).toContain('subpackage pages/admin-trade')
  expect(sizes.filter(({ bytes, bytesMax }) => bytes > bytesMax)).toEqual([])
})

test('no script creates code from text', () => {
  /** `Function('return this')` alone is allowed on phones. */
  const evalPattern = /\beval\(|\bFunction\((?!["']return this["']\))/
  const scripts = filesBelow([dist]).filter((file) => file.endsWith('.js'))
  const offenders = scripts.filter((file) => evalPattern.test(readFileSync(file, 'utf8')))
  expect(offenders.map((file) => relative(dist, file))).toEqual([])
})

test('the package contains no cloud code and no devcloud URL', () => {
  const scripts = filesBelow([dist]).filter((file) => file.endsWith('.js'))
  const offenders = scripts.filter((file) =>
    /wx-server-sdk|127\.0\.0\.1|localhost/.test(readFileSync(file, 'utf8')),
  )
  expect(offenders.map((file) => relative(dist, file))).toEqual([])
})

test('project.config.json opens this folder as a mini program', () => {
  const config = JSON.parse(readFileSync(resolve('project.config.json'), 'utf8')) as {
    miniprogramRoot: string
    compileType: string
    cloudfunctionRoot: string
  }
  expect(resolve(config.miniprogramRoot)).toBe(resolve('dist/weapp'))
  expect(config.compileType).toBe('miniprogram')
  expect(config.cloudfunctionRoot).toBe('dist/cloudfunctions/')
})
