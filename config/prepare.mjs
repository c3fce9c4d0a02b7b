/**
 * Makes a fresh clone ready: runs `npm ci` when `node_modules` is missing or is not what the lock
 * file says, and says nothing when there is nothing to do. Runs before every command, so it is
 * plain Node without a single package.
 *
 * Contents are compared, not times: a checkout gives every file the time of the checkout.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lockFile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules/.prepared')
const NODE_MAJOR_MIN = 20

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** What must be installed; another platform needs other binaries of the same versions. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

const packagesOf = (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  delete packages['']
  return packages
}

/** True when someone has run `npm ci` or `npm install` by hand and it left just what is wanted. */
const installedByHand = () => {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const lock = packagesOf(lockFile)
  const here = packagesOf(hidden)
  const same = (path) => here[path]?.version === lock[path]?.version
  return (
    Object.keys(here).every(same) &&
    Object.keys(lock).every((path) => lock[path].optional || same(path))
  )
}

const isReady = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

const settle = () => {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted())
}

/** Shows how many packages have arrived: one line on a terminal, one per 10 s in a log. */
const showProgress = () => {
  const fits = (list, mine) => !list || list.includes(mine)
  const paths = Object.entries(packagesOf(lockFile))
    .filter(([, { os, cpu }]) => fits(os, process.platform) && fits(cpu, process.arch))
    .map(([path]) => path)
  const startedAt = Date.now()
  const isTerminal = process.stderr.isTTY
  const show = () => {
    const arrived = paths.filter((path) => existsSync(join(root, path, 'package.json'))).length
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    const line = `  ${arrived} of ${paths.length} packages, ${seconds} s`
    process.stderr.write(isTerminal ? `\r${line} ` : `${line}\n`)
  }
  const timer = setInterval(show, isTerminal ? 500 : 10_000)
  return () => {
    clearInterval(timer)
    if (isTerminal) process.stderr.write('\n')
  }
}

/**
 * Runs `npm ci`. Install scripts stay off: every binary we use comes as an optional package of its
 * platform, and what the scripts do beyond that is to compile, to count users and to phone home.
 */
const install = () =>
  new Promise((done) => {
    const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = process.env.npm_execpath
    const [command, args] = npm?.endsWith('.js')
      ? [process.execPath, [npm, ...flags]]
      : ['npm', flags]
    const isWindowsShim = command === 'npm' && process.platform === 'win32'
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: isWindowsShim })
    child.on('error', () => done(127))
    child.on('exit', (code) => done(code ?? 1))
  })

const prepare = async () => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < NODE_MAJOR_MIN) {
    fail(`Node ${NODE_MAJOR_MIN} or newer is needed; this is Node ${process.versions.node}.`)
  }
  if (isReady()) return
  if (installedByHand()) return settle()
  process.stderr.write('Installing packages (npm ci), once …\n')
  const stop = showProgress()
  const code = await install()
  stop()
  if (code !== 0) fail(`The packages could not be installed: npm ci ended with code ${code}.`)
  settle()
}

await prepare()
