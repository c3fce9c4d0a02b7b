import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runTool, writeTree } from './fixture'
import { ROOT } from './sources'

const CORE = 'cloudfunctions/core'

/** The rule, the file that breaks it, and what that file says. */
const BROKEN: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['domain-is-pure', `${CORE}/domain/fetches.ts`, "import '../data/orders'"],
  ['domain-is-pure', `${CORE}/domain/hashes.ts`, "import 'node:crypto'"],
  ['domain-is-pure', `${CORE}/domain/checks.ts`, "import 'valibot'"],
  ['dayjs-only-in-calendar', `${CORE}/domain/pricing.ts`, "import 'dayjs'"],
  ['dayjs-only-in-calendar', 'src/pages/tabs/me/index.tsx', "import 'dayjs'"],
  ['contract-knows-domain', `${CORE}/contract/orders.ts`, "import '../data/orders'"],
  ['data-knows-domain', `${CORE}/data/calls.ts`, "import '../operations/place'"],
  ['data-knows-contract-by-type', `${CORE}/data/views.ts`, "import '../contract/points'"],
  ['operations-decide-and-save', `${CORE}/operations/hash.ts`, "import 'node:crypto'"],
  ['operations-know-runtime-by-type', `${CORE}/operations/log.ts`, "import '../runtime/log'"],
  ['sdk-in-three-places', `${CORE}/data/orders.ts`, "import 'wx-server-sdk'"],
  ['functions-know-core', 'cloudfunctions/functions/shop/index.ts', "import '../admin/table'"],
  ['local-is-never-deployed', `${CORE}/runtime/devcloud.ts`, "import '../../local/clock'"],
  [
    'local-is-never-deployed',
    'src/services/devcloud.ts',
    "import '../../cloudfunctions/local/clock'",
  ],
  ['local-knows-no-pages', 'cloudfunctions/local/serve.ts', "import '../../src/theme/tokens'"],
  ['pages-know-contract-and-domain', 'src/services/db.ts', "import '@core/data/orders/orders'"],
  ['contract-in-pages-is-types', 'src/services/check.ts', "import '@core/contract/points'"],
  ['components-are-props-and-events', 'src/components/price.tsx', "import '../stores/cart'"],
  ['areas-are-apart', 'src/pages/orders/list.tsx', "import '../catalog/parts'"],
  ['staff-groups-are-apart', 'src/pages/admin-trade/list.tsx', "import '../admin-goods/stock'"],
  ['kernel-stands-alone', `${CORE}/kernel/order.ts`, "import '../domain/orders/order'"],
  ['stock-knows-only-lower-areas', `${CORE}/domain/stock/hold.ts`, "import '../orders/order'"],
  [
    'stock-knows-only-lower-areas',
    `${CORE}/data/stock/typed.ts`,
    "import type { A } from '../../contract/orders'\nexport type C = A",
  ],
  ['members-knows-only-lower-areas', `${CORE}/contract/members.ts`, "import './orders'"],
  ['app-is-for-functions', `${CORE}/operations/stock/all.ts`, "import '../app'"],
  ['data-foundation-knows-no-area', `${CORE}/data/vault.ts`, "import './stock/typed'"],
  ['services-stand-below', 'src/services/pay.ts', "import '../stores/cart'"],
  ['stores-know-no-view', 'src/stores/view.ts', "import '../components/tag'"],
  ['no-cycle', 'src/theme/here.ts', "import './there'"],
  ['no-cycle', 'src/copy/that.ts', "import type { This } from './this'\nexport type That = This"],
  ['no-orphan', `${CORE}/domain/forgotten.ts`, 'export const forgotten = 1'],
  ['nothing-unresolved', 'src/theme/lost.ts', "import './nowhere'"],
  ['no-tool-in-the-product', 'src/theme/tool.ts', "import 'fast-check'"],
]

/** What the layers allow, and what the broken files lead to. */
const SOUND: Record<string, string> = {
  [`${CORE}/kernel/calendar.ts`]: "import 'dayjs'",
  [`${CORE}/contract/points.ts`]: "import 'valibot'\nimport '../kernel/calendar'",
  [`${CORE}/data/database.ts`]: "import 'wx-server-sdk'",
  [`${CORE}/data/named.ts`]:
    "import type { A } from '../contract/points'\nimport './database'\nexport type B = A",
  [`${CORE}/operations/place.ts`]: "import '../data/named'\nimport '../contract/points'",
  [`${CORE}/runtime/log.ts`]: "import 'node:crypto'\nimport '../kernel/calendar'",
  [`${CORE}/domain/orders/order.ts`]: "import '../members/member'",
  [`${CORE}/domain/members/member.ts`]: "import '../../kernel/calendar'",
  [`${CORE}/operations/orders/place.ts`]: "import '../../domain/orders/order'",
  [`${CORE}/operations/app.ts`]: "import './orders/place'\nimport './storefront/home'",
  [`${CORE}/operations/storefront/home.ts`]: "import '../orders/place'",
  'src/pages/admin/field.tsx': "import '../../components/tag'",
  'src/pages/admin-goods/stock.tsx': "import '../admin/field'",
  'cloudfunctions/functions/admin/table.ts': "import '../../core/operations/place'",
  'cloudfunctions/local/clock.ts': "import '../core/kernel/calendar'",
  'src/theme/tokens.ts': "import '@core/kernel/calendar'",
  'src/theme/there.ts': "import './here'",
  'src/copy/this.ts': "import type { That } from './that'\nexport type This = That",
  'src/stores/cart.ts': "import '../theme/tokens'",
  'src/components/tag.tsx': "import '../theme/tokens'",
  'src/pages/catalog/parts.ts': "import '../../components/tag'\nimport '../../stores/cart'",
}

/** The second halves of the cycles. */
const CYCLIC = ['src/theme/there.ts', 'src/copy/this.ts']

const PACKAGES = ['dayjs', 'valibot', 'wx-server-sdk', 'fast-check']

const packageFiles = Object.fromEntries(
  PACKAGES.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`node_modules/${name}/index.js`, ''],
  ]),
)

const manifest = JSON.stringify({
  dependencies: { dayjs: '1', valibot: '1', 'wx-server-sdk': '1' },
  devDependencies: { 'fast-check': '1' },
})

type Cruise = { summary: { violations: { from: string; rule: { name: string } }[] } }

let folder: string
let violations: Cruise['summary']['violations']

beforeAll(() => {
  const broken = Object.fromEntries(BROKEN.map(([, file, text]) => [file, text]))
  folder = writeTree({ 'package.json': manifest, ...packageFiles, ...SOUND, ...broken })
  const config = join(ROOT, 'config/layers.cjs')
  const args = ['--config', config, '--output-type', 'json', 'src', 'cloudfunctions']
  violations = (runTool(folder, 'depcruise', args) as Cruise).summary.violations
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

test.each(BROKEN)('the rule %s fires for %s', (rule, file) => {
  const rules = violations.filter(({ from }) => from === file).map((found) => found.rule.name)
  expect(rules).toContain(rule)
})

test.each(Object.keys(SOUND).filter((file) => !CYCLIC.includes(file)))(
  'no rule fires for %s',
  (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([])
  },
)
