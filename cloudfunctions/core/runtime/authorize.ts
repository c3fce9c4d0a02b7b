import { staffRoleOf } from '@core/data/staff/staff'
import { mayCall } from '@core/domain/staff/roles'
import type { Authorizer } from './serve'

/** Lets in everybody who comes with a WeChat identity. */
export const customersOnly: Authorizer = async (ctx) =>
  ctx.openid === null ? { code: 'NOT_SIGNED_IN' } : null

/** Lets in the staff whose role covers the operation's area. */
export const staffOnly: Authorizer = async (ctx, operation) => {
  if (ctx.openid === null) return { code: 'NOT_SIGNED_IN' }
  const role = await staffRoleOf(ctx.db, ctx.openid, ctx.owners)
  return role !== null && mayCall(role, operation) ? null : { code: 'FORBIDDEN' }
}
