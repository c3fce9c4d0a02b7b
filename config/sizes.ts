import { readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { BUDGETS } from './budgets'
import { filesBelow } from './build-cache'
import { type BuiltBundle, RUNNER } from './functions.build'

const ROOT = resolve(__dirname, '..')

/** A built thing, its size and its budget. */
export type Size = { name: string; bytes: number; bytesMax: number }

const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(file).size, 0)

type AppJson = { subPackages?: { root: string }[]; subpackages?: { root: string }[] }

/** WeChat counts every file of a package that is uploaded; maps are not. */
const uploaded = (folder: string) => filesBelow([folder]).filter((file) => !file.endsWith('.map'))

/** The packages of a mini program as WeChat measures them: subpackages, the rest, and all. */
export const weappSizes = (folder = join(ROOT, 'dist/weapp')): Size[] => {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => join(folder, root))
  const subpackages = roots.map((root) => ({ root, files: uploaded(root) }))
  const all = uploaded(folder)
  const inSubpackages = new Set(subpackages.flatMap(({ files }) => files))
  const { mainPackageBytes, subpackageBytes, allPackagesBytes } = BUDGETS.weapp
  return [
    {
      name: 'main package',
      bytes: bytesOf(all.filter((file) => !inSubpackages.has(file))),
      bytesMax: mainPackageBytes,
    },
    ...subpackages.map(({ root, files }) => ({
      name: `subpackage ${relative(folder, root)}`,
      bytes: bytesOf(files),
      bytesMax: subpackageBytes,
    })),
    { name: 'all packages', bytes: bytesOf(all), bytesMax: allPackagesBytes },
  ]
}

/** Our own code in each built function; the runner of the local cloud is never uploaded. */
export const functionSizes = (built: readonly BuiltBundle[]): Size[] =>
  built
    .filter(({ name }) => name !== RUNNER)
    .map(({ name, ownBytes }) => ({
      name: `function ${name}, our own code`,
      bytes: ownBytes,
      bytesMax: BUDGETS.functions.ownBytes,
    }))
