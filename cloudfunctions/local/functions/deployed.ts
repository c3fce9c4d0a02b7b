import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCron } from '@local/cron'
import { DevcloudError } from '@local/devcloud-error'
import type { CollectionSpec } from '@local/ports'
import type { Trigger } from '@local/timer-plan'

/** The cloud's own defaults and bounds (docs.cloudbase.net, how-works). */
const TIMEOUT_SECONDS = { default: 3, min: 1, max: 60 }
const MEMORY_MB = { default: 256, min: 64, max: 3072 }

/** A function as it was uploaded: its bundle and what its config.json grants it. */
export type DeployedFunction = {
  name: string
  file: string
  openApis: readonly string[]
  timeoutMs: number
  memoryMb: number
  trigger: Trigger | undefined
}

type RawConfig = {
  permissions?: { openapi?: string[] }
  triggers?: { name: string; type: string; config: string }[]
  timeout?: number
  memorySize?: number
}

type Bounds = { default: number; min: number; max: number }

const bounded = (value: number | undefined, { default: usual, min, max }: Bounds, what: string) => {
  const given = value ?? usual
  if (Number.isInteger(given) && given >= min && given <= max) return given
  throw new Error(`${what} must be a whole number from ${min} to ${max}`)
}

const triggerOf = (name: string, { triggers = [] }: RawConfig): Trigger | undefined => {
  const [first, second] = triggers
  if (second) throw new Error('a function can have one trigger')
  if (!first) return undefined
  if (first.type !== 'timer') throw new Error(`the trigger type ${first.type} does not exist`)
  return { functionName: name, name: first.name, cron: parseCron(first.config) }
}

const readFunction = (folder: string, name: string): DeployedFunction => {
  const configFile = join(folder, name, 'config.json')
  try {
    const raw = existsSync(configFile)
      ? (JSON.parse(readFileSync(configFile, 'utf8')) as RawConfig)
      : {}
    return {
      name,
      file: join(folder, name, 'index.js'),
      openApis: raw.permissions?.openapi ?? [],
      timeoutMs: bounded(raw.timeout, TIMEOUT_SECONDS, 'timeout') * 1000,
      memoryMb: bounded(raw.memorySize, MEMORY_MB, 'memorySize'),
      trigger: triggerOf(name, raw),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(`${configFile} is not usable: ${reason}`)
  }
}

/** Every function built into a folder, by name. */
export const readDeployed = (folder: string): Map<string, DeployedFunction> => {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const built = names.filter((name) => existsSync(join(folder, name, 'index.js')))
  return new Map(built.map((name) => [name, readFunction(folder, name)]))
}

/** The collections that the build has listed; `DevcloudError` when nothing was built. */
export const readCollections = (file: string): CollectionSpec[] => {
  if (!existsSync(file)) {
    throw new DevcloudError(`${file} is missing: npm run build:functions writes it.`)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as CollectionSpec[]
}
