import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../../config/functions.build'
import { buildPages } from '../../config/pages.build'
import { buildPictures } from '../../config/pictures'
import { WATCHED_PAGES, watchFunctions, watchPages } from '../../config/watch'
import {
  checkDataFolder,
  dataDirFrom,
  deleteShopData,
  markSeeded,
  needsSeeding,
} from './data-folder'
import { personas } from './demo/personas'
import { demoStart, type SeedProgress, seedDemo } from './demo/seed'
import { startDevcloud } from './devcloud'
import { DevcloudError } from './devcloud-error'
import { type Devcloud, type DevcloudOptions } from './devcloud-types'
import { createLiveReload } from './http/live-reload'
import { checkPortFree } from './http/server'
import { PRIVATE_FILE } from './private-files'

/**
 * `npm start`: builds what changed, fills an empty shop once, serves it until stopped.
 * `npm run dev` (`--watch`) builds again at each change and reloads the browser.
 */

const PORT_DEFAULT = 8787
const PORT_MAX = 65_535

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Lines are lost when the disk is full or the reader is gone; the shop stays open without them. */
const outliveLostLines = (stream: NodeJS.WritableStream) => stream.on('error', () => undefined)

const portOf = (text: string | undefined): number => {
  if (text === undefined || text === '') return PORT_DEFAULT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= PORT_MAX) return port
  throw new DevcloudError(`PORT must be a number up to ${PORT_MAX}, not "${text}".`)
}

/** One line that is rewritten on a terminal; in a log, a line for each tenth. */
const progressOf = (title: string): SeedProgress => {
  let tenth = -1
  return (done, total) => {
    const percent = Math.floor((done / total) * 100)
    if (process.stdout.isTTY) {
      process.stdout.write(`\r${title} ${percent} %${done === total ? '\n' : ''}`)
    } else if (Math.floor(percent / 10) > tenth) {
      tenth = Math.floor(percent / 10)
      say(`${title} ${percent} %`)
    }
  }
}

const build = async () => {
  const built = (await buildFunctions()).filter((one) => one.isFresh)
  if (built.length > 0) say(`Built ${built.map(({ name }) => name).join(', ')}.`)
  buildPictures()
}

const buildPagesOnce = async () => {
  await buildPages('h5', () => say('Building the pages, a minute or so …'))
}

/** Fills an empty data folder; a folder whose filling was interrupted is filled from the start. */
const seedOnce = async (options: DevcloudOptions & { dataDir: string }) => {
  if (!needsSeeding(options.dataDir)) return
  deleteShopData(options.dataDir)
  const devcloud = await startDevcloud({ ...options, port: 0, isTicking: false })
  try {
    await seedDemo(devcloud, progressOf('Simulating fourteen months of the demo shop …'))
  } finally {
    await devcloud.close()
  }
  markSeeded(options.dataDir)
}

const printWelcome = ({ url }: Devcloud, dataDir: string) => {
  say('')
  say(`The shop is open: ${url}/`)
  say(`The data is in ${dataDir}; npm run reset deletes it. Ctrl-C closes the shop.`)
  say('You can be (the pill at the top right of the page):')
  for (const { name, openid, note } of personas) say(`  ${name}  ${openid}  ${note}`)
}

/** Rebuilds at each change: functions are loaded anew, then open pages of the shop reload. */
const startWatching = async (devcloud: Devcloud, reloadPages: () => void) => {
  const stopFunctions = watchFunctions({
    onBuilt: (names) => {
      say(`Built ${names.join(', ')}.`)
      devcloud.reloadFunctions()
      reloadPages()
    },
    onError: ({ message }) => say(message),
  })
  say('Building the pages, a minute or so …')
  const stopPages = await watchPages(reloadPages)
  process.once('exit', () => {
    stopFunctions()
    stopPages()
  })
}

const closeOnSignal = (devcloud: Devcloud) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void devcloud.close().then(() => process.exit(0))
    })
  }
}

const main = async (isWatching: boolean) => {
  const port = portOf(process.env.PORT)
  const dataDir = dataDirFrom(process.env)
  await checkDataFolder(dataDir)
  await checkPortFree(port)
  await build()
  const clock = { start: demoStart(Date.now()) }
  // Side by side: each keeps about one core busy, and the demo needs the functions alone.
  const seeding = seedOnce({ dataDir, personas, clock })
  await Promise.all(isWatching ? [seeding] : [seeding, buildPagesOnce()])
  const lines = createWriteStream(join(dataDir, 'devcloud.log'), { mode: PRIVATE_FILE })
  for (const stream of [lines, process.stdout, process.stderr]) outliveLostLines(stream)
  const liveReload = isWatching ? createLiveReload() : undefined
  const devcloud = await startDevcloud({
    ...(liveReload && { liveReload, h5Dir: WATCHED_PAGES }),
    dataDir,
    port,
    personas,
    clock,
    log: (line) => void lines.write(`${line}\n`),
    afterReset: (fresh) => seedDemo(fresh),
  })
  closeOnSignal(devcloud)
  if (liveReload) await startWatching(devcloud, liveReload.reload)
  printWelcome(devcloud, dataDir)
}

main(process.argv.includes('--watch')).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  const isOurs = error instanceof DevcloudError
  process.stderr.write(`${isOurs || !(error instanceof Error) ? message : error.stack}\n`)
  process.exit(1)
})
