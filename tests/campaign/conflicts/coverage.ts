import { APP } from '@core/operations/app'
import type { Scenario } from './scenario'

/** Operations that only read: they have nothing that could be left half done. */
const READS: ReadonlySet<string> = new Set([
  ...[
    'addresses.list',
    'home.show',
    'catalog.categories',
    'catalog.facets',
    'catalog.scoped',
    'catalog.cards',
    'catalog.favourites',
  ],
  ...['catalog.product', 'cart.show', 'orders.quote', 'orders.list', 'orders.show'],
  ...['orders.checkList', 'orders.addresses', 'orders.cancelReasons'],
  ...['orders.parcel', 'afterSales.options', 'afterSales.estimate', 'afterSales.list'],
  ...['afterSales.show', 'afterSales.returnAddress', 'reviews.list', 'reviews.ofOrder'],
  ...['questions.list', 'questions.mine', 'tickets.list', 'tickets.show', 'tickets.report'],
  ...['points.history', 'coupons.center', 'coupons.wallet', 'coupons.list', 'coupons.show'],
  ...['articles.list', 'articles.show', 'articles.tags', 'members.me', 'members.list'],
  ...['members.show', 'members.orders', 'members.points', 'members.history', 'members.timeline'],
  ...['lifecycle.board', 'messages.templates', 'outbox.list', 'categories.list', 'tags.list'],
  ...[
    'words.list',
    'products.list',
    'products.show',
    'products.shelf',
    'stock.list',
    'stock.movements',
  ],
  ...['promotions.list', 'promotions.show', 'promotions.check', 'freight.show', 'faq.list'],
  ...['program.show', 'workbench.show', 'imports.stored', 'imports.summary'],
  ...['reconciliation.list', 'reminders.list', 'reminders.waiting'],
  ...['reconciliation.show', 'reconciliation.stuck', 'setAside.list', 'platform.show'],
  ...['afterSales.previewByStaff', 'afterSales.previewDecision'],
])

/** What runs without being called as an operation: timers by their functions, and notices. */
const OTHERS = [
  ...['timer sweep-orders', 'timer deliver-messages', 'timer sweep-members'],
  ...['timer reconcile-payments', 'notice payment', 'notice refund', 'notice message'],
]

/** Everything that writes: operations of both tables, timers and notices. */
const writers = (): string[] => [
  ...[...APP.shop.keys()].filter((name) => !READS.has(name)).map((name) => `shop ${name}`),
  ...[...APP.admin.keys()].filter((name) => !READS.has(name)).map((name) => `admin ${name}`),
  ...OTHERS,
]

/** What writes and has no scenario, and scenarios of what is not there. */
export function uncovered(scenarios: readonly Scenario[]): string[] {
  const covered = new Set(scenarios.map(({ covers }) => covers))
  const known = new Set(writers())
  return [
    ...[...known].filter((name) => !covered.has(name)),
    ...[...covered].filter((name) => !known.has(name)),
  ]
}
