import { staffRoleOf } from '../data/staff/staff'
import type { App } from '../operations/join-areas'
import type { Authorizer } from './serve'

/** Admits every caller with a WeChat identity, within the table of allowances. */
export const customersOnly: Authorizer = async ({ ctx, admission }, operation) => {
  if (ctx.openid === null) return { code: 'NOT_SIGNED_IN' }
  admission.admit(operation)
  return null
}

/** Admits staff whose role is listed for the operation in its area's manifest. */
export const staffOnly =
  ({ mayCall }: Pick<App, 'mayCall'>): Authorizer =>
  async ({ ctx }, operation) => {
    if (ctx.openid === null) return { code: 'NOT_SIGNED_IN' }
    const role = await staffRoleOf(ctx.db, ctx.openid, ctx.owners)
    return role !== null && mayCall(role, operation) ? null : { code: 'FORBIDDEN' }
  }
