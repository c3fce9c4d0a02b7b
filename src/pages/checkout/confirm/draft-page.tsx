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

/** An order being made: the cloud says what it is reckoned from, the phone reckons. */
export function DraftPage({ draft }: { draft: Draft }) {
  const { quoted, reckoned } = usePricedDraft(draft)
  const payment = usePayment()
  const order = usePlaceOrder({ quoted, pay: payment.pay })
  useEffect(() => void loadMessageTemplates(), [])
  return (
    <PageShell
      title="确认订单"
      foot={
        reckoned && (
          <Foot
            priced={reckoned}
            isBusy={order.isBusy}
            onPlace={() => void order.place(reckoned)}
          />
        )
      }
    >
      {order.trouble !== null && (
        <View className="confirm__trouble" role="alert">
          {order.trouble}
        </View>
      )}
      {reckoned && <DraftBody draft={draft} {...reckoned} onReload={() => void quoted.reload()} />}
      {!reckoned && quoted.status === 'loading' && <RowsSkeleton count={4} />}
      {!reckoned && quoted.error && (
        <QuoteError error={quoted.error} onRetry={() => void quoted.reload()} />
      )}
      {payment.cashier}
    </PageShell>
  )
}

/** What the draft would cost: asked of the cloud once per lines and province, reckoned here. */
function usePricedDraft(draft: Draft) {
  const province = useShop((state) => state.typedAddress?.province)
  const quoted = useLoad(
    () => callShop('orders.quote', { lines: draft.lines, ...(province && { province }) }),
    `${keyOfLines(draft.lines)}|${province ?? ''}`,
  )
  const [isStale, setStale] = useState(false)
  useDidShow(() => {
    // Coming back after a while, the price must be today's.
    if (isStale) void quoted.reload()
    setStale(true)
  })
  const view = quoted.value
  const reckoned = useMemo<PricedDraft | null>(
    () => view && { view, quote: quote(view.material, draft.choice) },
    [view, draft.choice],
  )
  return { quoted, reckoned }
}

type FootProps = { priced: PricedDraft; isBusy: boolean; onPlace(): void }

function Foot({ priced: { quote: bill }, isBusy, onPlace }: FootProps) {
  const saved = savedFen(bill)
  const isFree = bill.totalFen === 0
  const notes = [saved > 0 ? `已省 ${formatAmount(saved)}` : '', isFree ? '无需付款' : '']
  return (
    <>
      <View className="confirm__total">
        <Text className="confirm__saved">{notes.filter(Boolean).join(' · ')}</Text>
        <Price fen={bill.totalFen} size="large" />
      </View>
      <Button busy={isBusy} disabled={!bill.isServed} onTap={onPlace}>
        {isFree ? '提交订单' : '微信支付'}
      </Button>
    </>
  )
}

type QuoteFailure = LinesError | CallFailure

/** The lines cannot be ordered as they are: which one, why, and where to change it. */
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
