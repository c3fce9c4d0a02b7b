import type { LinesError } from '@core/contract/orders'
import { quote } from '@core/domain/pricing/quote'
import { savedFen } from '@core/domain/pricing/saved'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { Price } from '@/components/price'
import { RowsSkeleton } from '@/components/skeleton'
import { checkoutErrorCopy } from '@/copy/checkout'
import { formatAmount } from '@/copy/numbers'
import { useLoad } from '@/hooks/use-load'
import { usePayment } from '@/hooks/use-payment'
import { type CallFailure, callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { loadMessageTemplates } from '@/services/subscribe'
import { type Draft, keyOfLines } from '@/stores/checkout'
import { shop, useShop } from '@/stores/shop'
import { DraftBody } from './draft-body'
import { type PricedDraft, usePlaceOrder } from './use-place-order'

/** The checkout of a draft: the cloud delivers the pricing input, the phone computes the quote. */
export function DraftPage({ draft }: { draft: Draft }) {
  const { loaded, priced } = usePricedDraft(draft)
  const payment = usePayment()
  const order = usePlaceOrder({ reloadQuote: loaded.reload, pay: payment.pay })
  useEffect(() => void loadMessageTemplates(), [])
  return (
    <PageShell
      title="确认订单"
      foot={
        priced && (
          <Foot priced={priced} isBusy={order.isBusy} onPlace={() => void order.place(priced)} />
        )
      }
    >
      {order.error !== null && (
        <View className="confirm__trouble" role="alert">
          {order.error}
        </View>
      )}
      {priced && <DraftBody draft={draft} {...priced} onReload={() => void loaded.reload()} />}
      {!priced && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!priced && loaded.error && (
        <QuoteError error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {payment.cashier}
    </PageShell>
  )
}

/** Quotes the draft: one call per lines and address, choices are priced locally. */
function usePricedDraft(draft: Draft) {
  const addressId = useShop((state) => state.chosenAddressId)
  const loaded = useLoad(
    () => callShop('orders.quote', { lines: draft.lines, ...(addressId && { addressId }) }),
    `${keyOfLines(draft.lines)}|${addressId ?? ''}`,
  )
  const [isStale, setStale] = useState(false)
  useDidShow(() => {
    // Prices may have changed while the page was hidden.
    if (isStale) void loaded.reload()
    setStale(true)
  })
  const view = loaded.value
  const priced = useMemo<PricedDraft | null>(
    () => view && { view, quote: quote(view.material, draft.choice) },
    [view, draft.choice],
  )
  return { loaded, priced }
}

type FootProps = { priced: PricedDraft; isBusy: boolean; onPlace(): void }

function Foot({ priced, isBusy, onPlace }: FootProps) {
  const saved = savedFen(priced.quote)
  const isFree = priced.quote.totalFen === 0
  const notes = [saved > 0 ? `已省 ${formatAmount(saved)}` : '', isFree ? '无需付款' : '']
  return (
    <>
      <View className="confirm__total">
        <Text className="confirm__saved">{notes.filter(Boolean).join(' · ')}</Text>
        <Price fen={priced.quote.totalFen} size="large" />
      </View>
      <Button busy={isBusy} disabled={!priced.quote.isServed} onTap={onPlace}>
        {isFree ? '提交订单' : '微信支付'}
      </Button>
    </>
  )
}

type QuoteFailure = LinesError | CallFailure

/** Shown when the lines cannot be ordered: which one, why, and a link to the cart. */
function QuoteError({ error, onRetry }: { error: QuoteFailure; onRetry(): void }) {
  if (!('skuId' in error) && error.code !== 'TOTAL_TOO_HIGH') {
    return <Failure error={error} onRetry={onRetry} />
  }
  const lines = shop.getState().cart.value?.lines ?? []
  return (
    <Empty
      picture="basket"
      title="这一单还不能下"
      note={checkoutErrorCopy(error, { lines, today: today() })}
      action="回购物车"
      onAction={() => go.tab('cart')}
    />
  )
}
