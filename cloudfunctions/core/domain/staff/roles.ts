/** What a person of the shop may do; the owner may do everything. */
export const STAFF_ROLES = ['owner', 'service', 'shipping'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** The areas of staff operations, and who besides the owner may enter. */
const AREAS = {
  members: ['service'],
  lifecycle: ['service'],
  orders: ['service', 'shipping'],
  afterSales: ['service'],
  workbench: ['service', 'shipping'],
  setup: [],
  home: [],
  products: [],
  categories: [],
  stock: ['shipping'],
  reviews: ['service'],
  questions: ['service'],
  tags: [],
  words: ['service'],
  tickets: ['service'],
  faq: ['service'],
  articles: ['service'],
  outbox: ['service'],
  reconciliation: [],
  promotions: [],
  coupons: [],
  freight: [],
  imports: [],
} as const satisfies Record<string, readonly StaffRole[]>

/** Operations whose door is not their area's. */
const OPEN_DOORS: Partial<Record<string, readonly StaffRole[]>> = {
  'afterSales.list': ['service', 'shipping'],
  'afterSales.show': ['service', 'shipping'],
  'afterSales.receive': ['service', 'shipping'],
  'afterSales.sendAgain': ['service', 'shipping'],
  /** Money without anybody's asking is the owner's to give. */
  'afterSales.refundByStaff': [],
  'promotions.list': ['service'],
  'promotions.show': ['service'],
  'coupons.list': ['service'],
  'coupons.show': ['service'],
  'freight.show': ['service'],
}

/** Whether a role may call an operation named `area.verb`. */
export function mayCall(role: StaffRole, operation: string): boolean {
  const area = operation.split('.')[0] ?? ''
  if (role === 'owner') return area in AREAS
  const allowed: Partial<Record<string, readonly StaffRole[]>> = AREAS
  return (OPEN_DOORS[operation] ?? allowed[area])?.includes(role) ?? false
}
