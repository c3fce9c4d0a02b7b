import { buildFunctions } from '../../../config/functions.build'
import { findRunningDesk } from '@local/data-folder'
import { startDesk } from '@local/desk'
import type { Persona } from '@local/http/personas'
import { Complaint } from './complaint'
import { shopBehind, type Shop } from './shop'

/** Two cores are busy with two; each more would only take memory. */
const WORKERS = 2

/** The owner on a desk that is started for the import alone. */
const OWNER: Persona = {
  openid: 'oImport-owner',
  name: '店主',
  note: '导入历史订单',
  role: 'merchant',
}

/** The shop in a data folder: that of the desk which runs there, or of one started for this. */
export async function openShop(dataDir: string): Promise<Shop> {
  const running = await findRunningDesk(dataDir)
  return running ? runningShop(`http://127.0.0.1:${running.port}`) : ownShop(dataDir)
}

async function runningShop(url: string): Promise<Shop> {
  const personas = (await (await fetch(`${url}/desk/personas`)).json()) as Persona[]
  const owner = personas.find(({ role }) => role === 'merchant')
  if (!owner) throw new Complaint(`The desk at ${url} has no merchant who could import.`)
  const headers = { 'content-type': 'application/json', 'x-wx-openid': owner.openid }
  return shopBehind(
    async (event) => {
      const body = JSON.stringify(event)
      const reply = await fetch(`${url}/functions/admin`, { method: 'POST', headers, body })
      return reply.json()
    },
    () => Promise.resolve(),
  )
}

async function ownShop(dataDir: string): Promise<Shop> {
  await buildFunctions()
  const desk = await startDesk({
    dataDir,
    personas: [OWNER],
    isTicking: false,
    poolSize: WORKERS,
  })
  return shopBehind(
    (event) => desk.invoke('admin', event, OWNER.openid),
    () => desk.close(),
  )
}
