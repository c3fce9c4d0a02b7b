import type { ChangeRequestInput, RequestError } from '@core/contract/after-sales'
import type { OrderDocument } from '@core/data/orders/documents'
import type { AfterSale } from '@core/domain/after-sales/after-sale'
import { type Pieces, withheldPieces } from '@core/domain/after-sales/pieces'
import { refundPlan, withDependentLines } from '@core/domain/after-sales/refund'
import type { Order } from '@core/domain/orders/order'
import type { Context } from '@core/operations/context'

/** What a customer says in a request, when they make it or change it. */
export type Asked = Omit<ChangeRequestInput, 'afterSaleId' | 'version'>

/** Why a request cannot say this, beside what its order allows; `null` when it can. */
export const askedRefusal = async (
  ctx: Context,
  order: OrderDocument,
  asked: Asked,
): Promise<RequestError | null> =>
  (await textRefusal(ctx, asked.words)) ?? (await exchangeRefusal(ctx, order, asked))

async function textRefusal(ctx: Context, words: string): Promise<RequestError | null> {
  if (words === '' || ctx.openid === null) return null
  const verdict = await ctx.wechat.checkText(words, ctx.openid, 'social')
  return verdict === 'risky' ? { code: 'TEXT_REFUSED', field: 'words' } : null
}

/** Goods can be exchanged for a SKU of the same product at the same list price. */
async function exchangeRefusal(
  ctx: Context,
  order: OrderDocument,
  { kind, lines, exchangeSkuId }: Asked,
): Promise<RequestError | null> {
  if (kind !== 'exchange') return null
  const impossible = { code: 'EXCHANGE_NOT_POSSIBLE' as const, skuId: exchangeSkuId ?? '' }
  const goods = order.lines.filter((line) => lines.some(({ key }) => key === line.key))
  const [line] = goods
  if (!line || goods.length !== 1 || line.kind !== 'goods') return impossible
  const skuId = exchangeSkuId ?? line.skuId
  if (skuId === line.skuId) return null
  const sku = await ctx.db.get('skus', skuId)
  const isLike = sku?.productId === line.productId && sku.priceFen === line.unitFen
  return isLike ? null : impossible
}

/** The fields of an after-sale that its customer decides, and what follows from them. */
export type AskedFields = Pick<
  AfterSale,
  | ('kind' | 'lines' | 'reason' | 'words' | 'pictures' | 'exchangeSkuId')
  | ('refundFen' | 'deductionFen')
>

/** What a request comes to, of an order in which its pieces are not asked for yet. */
export function askedFields(order: Order, asked: Asked): AskedFields {
  const { kind, reason, words, pictures } = asked
  const isReturn = kind !== 'refund'
  const request = { lines: asked.lines, isReturn, withFreight: false, own: null }
  const isExchange = kind === 'exchange'
  const plan = isExchange ? null : refundPlan(order, request)
  const lines = isExchange ? asked.lines : withDependentLines(order, request)
  return {
    kind,
    lines: withheldPieces(order, lines, isReturn),
    reason,
    words,
    pictures,
    exchangeSkuId: isExchange ? (asked.exchangeSkuId ?? ownSku(order, asked.lines)) : null,
    refundFen: plan?.totalFen ?? 0,
    deductionFen: plan?.deductionFen ?? 0,
  }
}

const ownSku = ({ lines }: Order, [piece]: readonly Pieces[]): string | null =>
  lines.find((line) => line.key === piece?.key)?.skuId ?? null
