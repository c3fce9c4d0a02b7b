import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runTool, writeTree } from './fixture'
import { ROOT } from './sources'

const DOMAIN = 'cloudfunctions/core/domain'
const SYNTAX = 'no-restricted-syntax'

/** A rule, a file that breaks it, and the text of that file. */
const BROKEN: readonly (readonly [rule: string, file: string, text: string])[] = [
  [SYNTAX, `${DOMAIN}/date-now.ts`, 'export const at = () => Date.now()'],
  [SYNTAX, `${DOMAIN}/new-date.ts`, 'export const at = () => new Date()'],
  [SYNTAX, `${DOMAIN}/called-date.ts`, 'export const at = () => Date()'],
  [SYNTAX, `${DOMAIN}/random.ts`, 'export const luck = () => Math.random()'],
  [SYNTAX, `${DOMAIN}/dayjs-now.ts`, "import dayjs from 'dayjs'\nexport const d = () => dayjs()"],
  [SYNTAX, `${DOMAIN}/dayjs-utc.ts`, "import dayjs from 'dayjs'\nexport const d = dayjs.utc()"],
  [SYNTAX, `${DOMAIN}/waits.ts`, 'export const f = async (p: Promise<void>) => { await p }'],
  [SYNTAX, 'src/stores/phone-time.ts', 'export const at = () => Date.now()'],
  [SYNTAX, 'src/services/phone-time.ts', 'export const at = () => performance.now()'],
  [SYNTAX, 'src/copy/phone-date.ts', 'export const at = () => new Date()'],
  [SYNTAX, 'src/pages/c/index.tsx', 'export default () => new Date().getTime()'],
  [SYNTAX, 'src/pages/c/dayjs.ts', "import dayjs from 'dayjs'\nexport const d = () => dayjs()"],
  [SYNTAX, 'src/stores/cart.ts', 'export default 1'],
  [SYNTAX, 'src/stores/enum.ts', 'export enum Colour { Red }'],
  [
    '@typescript-eslint/no-restricted-imports',
    'src/services/check.ts',
    "import { schema } from '@core/contract/orders'\nexport const s = schema",
  ],
  ['no-restricted-globals', 'src/pages/a/index.tsx', 'export const f = () => wx.cloud'],
  ['@typescript-eslint/no-explicit-any', 'src/stores/any.ts', 'export const a: any = 1'],
  ['@typescript-eslint/max-params', 'src/stores/four.ts', params(4)],
  ['max-len', 'src/stores/wide.ts', `export const wide = '${'x'.repeat(100)}'`],
  ['max-lines', 'src/stores/long.ts', 'export {}\n'.repeat(301)],
  ['max-lines-per-function', 'src/stores/deep.ts', lines(71)],
]

/** Code that the same rules accept. */
const VALID: Record<string, string> = {
  'cloudfunctions/core/contract/orders.ts': 'export const schema = 1\nexport type Order = string',
  [`${DOMAIN}/given-date.ts`]: 'export const at = (now: number) => new Date(now)',
  'cloudfunctions/core/operations/clock.ts': 'export const at = () => Date.now()',
  'src/services/clock.ts': 'export const at = () => Date.now()',
  'src/pages/d/given.ts': 'export const at = (now: number) => new Date(now)',
  'src/services/types.ts':
    "import type { Order } from '@core/contract/orders'\nexport type O = Order[]",
  'src/pages/b/index.tsx': 'const page = () => null\nexport default page',
  'src/stores/three.ts': params(3),
  'src/stores/seventy.ts': lines(70),
}

function params(count: number): string {
  const names = Array.from({ length: count }, (_, at) => `n${at}`)
  return `export const f = (${names.map((n) => `${n}: number`).join(', ')}) => ${names.join(' + ')}`
}

function lines(count: number): string {
  return `export const f = () => {\n${'  void 0\n'.repeat(count - 2)}}\n`
}

const dayjsFiles = {
  'node_modules/dayjs/package.json': '{"name":"dayjs","types":"index.d.ts"}',
  'node_modules/dayjs/index.d.ts':
    'declare const dayjs: { (at?: number): string; utc(): string }; export default dayjs',
}

type Report = { filePath: string; messages: { ruleId: string | null; message: string }[] }[]

let folder: string
let report: Report

beforeAll(() => {
  const broken = Object.fromEntries(BROKEN.map(([, file, text]) => [file, text]))
  folder = writeTree({ ...dayjsFiles, ...VALID, ...broken })
  const args = ['-c', join(ROOT, 'config/eslint.config.mjs'), '--format', 'json', '.']
  report = runTool(folder, 'eslint', args) as Report
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

const messagesOf = (file: string) =>
  report.find(({ filePath }) => filePath === join(folder, file))?.messages ?? []

test.each(BROKEN)('the rule %s fires for %s', (rule, file) => {
  expect(messagesOf(file).map(({ ruleId }) => ruleId)).toContain(rule)
})

test.each(Object.keys(VALID))('no such rule fires for %s', (file) => {
  const rules = new Set<string | null>(BROKEN.map(([rule]) => rule))
  expect(messagesOf(file).filter(({ ruleId }) => rules.has(ruleId))).toEqual([])
})
