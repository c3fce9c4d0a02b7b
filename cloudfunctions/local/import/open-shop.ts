import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findRunningDevcloud, needsSeeding } from '@local/data-folder'
import { OWNER_OPENID, personas } from '@local/demo/personas'
import { fillCatalog } from '@local/demo/seed'
import { startDevcloud } from '@local/devcloud'
import type { Persona } from '@local/http/personas'
import { buildFunctions } from '../../../config/functions.build'
import { ImportError } from './import-error'
import { createShopClient, type Shop } from './shop'

/** Two keep two cores busy; more would only take memory. */
const WORKERS = 2

/** The shop in a data folder: of the local cloud that uses it, or of one started for the import. */
export async function openShop(dataDir: string): Promise<Shop> {
  const isNew = needsSeeding(dataDir)
  if (isNew && existsSync(join(dataDir, 'database.db'))) {
    // `npm start` restarts an interrupted filling, which would delete what was imported.
    throw new ImportError(`The demo shop in ${dataDir} is not finished: let npm start finish it.`)
  }
  const running = await findRunningDevcloud(dataDir)
  return running ? runningShop(`http://127.0.0.1:${running.port}`) : ownShop(dataDir, isNew)
}

async function runningShop(url: string): Promise<Shop> {
  const personas = (await (await fetch(`${url}/devcloud/personas`)).json()) as Persona[]
  const owner = personas.find(({ role }) => role === 'merchant')
  if (!owner) throw new ImportError(`The local cloud at ${url} has no merchant who could import.`)
  const headers = { 'content-type': 'application/json', 'x-wx-openid': owner.openid }
  return createShopClient(
    async (event) => {
      const body = JSON.stringify(event)
      const reply = await fetch(`${url}/functions/admin`, { method: 'POST', headers, body })
      return reply.json()
    },
    () => Promise.resolve(),
  )
}

/** A new folder gets the demo's products, because `npm start` fills only folders without a shop. */
async function ownShop(dataDir: string, isNew: boolean): Promise<Shop> {
  await buildFunctions()
  const devcloud = await startDevcloud({
    dataDir,
    personas,
    isTicking: false,
    poolSize: WORKERS,
  })
  if (isNew) await fillCatalog(devcloud)
  return createShopClient(
    (event) => devcloud.invoke('admin', event, OWNER_OPENID),
    () => devcloud.close(),
  )
}
