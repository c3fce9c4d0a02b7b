/** What a person of the shop may do; the owner may do everything. */
export const STAFF_ROLES = ['owner', 'service', 'shipping'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** The areas of staff operations, and who besides the owner may enter. */
const AREAS = {
  members: ['service'],
  lifecycle: ['service'],
  orders: ['service', 'shipping'],
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
  imports: [],
} as const satisfies Record<string, readonly StaffRole[]>

/** Whether a role may call an operation named `area.verb`. */
export function mayCall(role: StaffRole, operation: string): boolean {
  const area = operation.split('.')[0] ?? ''
  if (role === 'owner') return area in AREAS
  const allowed: Partial<Record<string, readonly StaffRole[]>> = AREAS
  return allowed[area]?.includes(role) ?? false
}
