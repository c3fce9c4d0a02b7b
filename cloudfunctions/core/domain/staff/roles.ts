/** What a person of the shop may do; the owner may do everything. */
export const STAFF_ROLES = ['owner', 'service', 'shipping'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Whether a role may call an operation that names these roles beside it. The owner may call every
 * operation that exists (`undefined`: there is none).
 */
export function mayCall(role: StaffRole, roles: readonly StaffRole[] | undefined): boolean {
  return roles !== undefined && (role === 'owner' || roles.includes(role))
}
