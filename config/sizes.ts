import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { BUDGETS } from './budgets'
import { filesBelow } from './changed'

const ROOT = resolve(__dirname, '..')

/** One thing that was built, what it weighs and what it may weigh. */
export type Size = { name: string; bytes: number; bytesMax: number }

const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(file).size, 0)

type AppJson = { subPackages?: { root: string }[]; subpackages?: { root: string }[] }

/** WeChat counts every file of a package that is uploaded; maps are not. */
const uploaded = (folder: string) => filesBelow([folder]).filter((file) => !file.endsWith('.map'))

/** The packages of a mini program as WeChat weighs them: subpackages, the rest, and all. */
export const weighWeapp = (folder = join(ROOT, 'dist/weapp')): Size[] => {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => join(folder, root))
  const parts = roots.map((root) => ({ root, files: uploaded(root) }))
  const all = uploaded(folder)
  const inParts = new Set(parts.flatMap(({ files }) => files))
  const { mainPackageBytes, subpackageBytes, allPackagesBytes } = BUDGETS.weapp
  return [
    {
      name: 'main package',
      bytes: bytesOf(all.filter((file) => !inParts.has(file))),
      bytesMax: mainPackageBytes,
    },
    ...parts.map(({ root, files }) => ({
      name: `subpackage ${relative(folder, root)}`,
      bytes: bytesOf(files),
      bytesMax: subpackageBytes,
    })),
    { name: 'all packages', bytes: bytesOf(all), bytesMax: allPackagesBytes },
  ]
}

/** Every function bundle in `dist/cloudfunctions`, as it would be uploaded. */
export const weighFunctions = (folder = join(ROOT, 'dist/cloudfunctions')): Size[] => {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'index.js')))
    .map((name) => ({
      name: `function ${name}`,
      bytes: statSync(join(folder, name, 'index.js')).size,
      bytesMax: BUDGETS.functions.bundleBytes,
    }))
}
