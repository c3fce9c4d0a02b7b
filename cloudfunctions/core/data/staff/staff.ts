import type { Database } from '@core/data/database'
import { identityId } from '@core/data/members/members'
import type { StaffRole } from '@core/domain/staff/roles'

/**
 * The role of a WeChat user; `null` for customers. Owners are configured in the environment, so
 * that a new shop has someone who can appoint the other staff.
 */
export async function staffRoleOf(
  db: Database,
  openid: string,
  owners: readonly string[],
): Promise<StaffRole | null> {
  if (owners.includes(openid)) return 'owner'
  return (await db.get('staff', identityId(openid)))?.role ?? null
}
