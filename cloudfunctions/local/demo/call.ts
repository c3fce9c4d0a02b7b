import type { AdminContract, ShopContract } from '@core/contract'
import type { Devcloud } from '@local/devcloud-types'
import { OWNER_OPENID } from './personas'

type Answer<T> = { ok: true; value: T } | { ok: false; error: { code: string } }

/** Calls a function of the shop; a refused operation is a bug of the demo, so it rejects. */
const call = async <T>(
  devcloud: Devcloud,
  {
    name,
    operation,
    input,
    openid,
  }: Record<'name' | 'operation' | 'openid', string> & {
    input: unknown
  },
): Promise<T> => {
  const answer = (await devcloud.invoke(name, { operation, input }, openid)) as Answer<T>
  if (answer.ok) return answer.value
  throw new Error(`${openid} ${operation}: ${JSON.stringify(answer.error)}`)
}

/** Calls an operation of the shop as a customer; rejects when it is refused. */
export const callShop = <K extends keyof ShopContract & string>(
  { devcloud, openid }: { devcloud: Devcloud; openid: string },
  operation: K,
  input: ShopContract[K]['input'],
): Promise<ShopContract[K]['output']> => call(devcloud, { name: 'shop', operation, input, openid })

/** Calls a staff operation as the owner; rejects when it is refused. */
export const callAdmin = <K extends keyof AdminContract & string>(
  devcloud: Devcloud,
  operation: K,
  input: AdminContract[K]['input'],
): Promise<AdminContract[K]['output']> =>
  call(devcloud, { name: 'admin', operation, input, openid: OWNER_OPENID })
