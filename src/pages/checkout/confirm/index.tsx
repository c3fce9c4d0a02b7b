import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { QuoteView } from '@core/contract/orders'
import { REMARK_MAX } from '@core/domain/limits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { ItemRow } from '@/components/item-row'
import { PageShell } from '@/components/page-shell'
import { Price } from '@/components/price'
import { RowBones } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { useLoad } from '@/hooks/use-load'
import { usePayment } from '@/hooks/use-payment'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import type { Draft } from '@/stores/checkout'
import { shop, useShop } from '@/stores/shop'
import { AddressCard } from './address-card'
import { Bill } from './bill'
import { usePlaceOrder } from './use-place-order'
import './index.scss'

/** The last look before paying. */
export default function Confirm() {
  const draft = useShop((state) => state.draft)
  if (!draft) {
    return (
      <PageShell title="确认订单">
        <Empty
          picture="tea-cup"
          title="没有要结算的东西"
          note="可能已经下过单了"
          action="看我的订单"
          onAction={() => go.orders()}
        />
      </PageShell>
    )
  }
  return <DraftPage draft={draft} />
}

const keyOf = ({ lines }: Draft) =>
  lines.map(({ skuId, quantity }) => `${skuId}*${quantity}`).join()

function DraftPage({ draft }: { draft: Draft }) {
  const quoted = useLoad(() => callShop('orders.quote', { lines: draft.lines }), keyOf(draft))
  const payment = usePayment()
  const order = usePlaceOrder({ quoted, pay: payment.pay })
  const [isStale, setStale] = useState(false)
  useDidShow(() => {
    // Coming back after a while, the price must be today's.
    if (isStale) void quoted.reload()
    setStale(true)
  })

  const quote = quoted.value
  return (
    <PageShell
      title="确认订单"
      foot={
        quote && (
          <>
            <View className="confirm__total">
              <Price fen={quote.totalFen} size="large" />
            </View>
            <Button busy={order.isBusy} onTap={() => void order.place(quote)}>
              微信支付
            </Button>
          </>
        )
      }
    >
      {order.trouble !== null && (
        <View className="confirm__trouble" role="alert">
          {order.trouble}
        </View>
      )}
      {quote && <DraftBody draft={draft} quote={quote} onReload={() => void quoted.reload()} />}
      {!quote && quoted.status === 'loading' && <RowBones count={4} />}
      {!quote && quoted.error?.code === 'PRODUCT_GONE' && (
        <Empty
          picture="basket"
          title="有一件刚刚下架了"
          note="回购物车看看其余的"
          action="回购物车"
          onAction={() => go.tab('cart')}
        />
      )}
      {!quote && quoted.error && quoted.error.code !== 'PRODUCT_GONE' && (
        <Failure error={quoted.error} onRetry={() => void quoted.reload()} />
      )}
      {payment.cashier}
    </PageShell>
  )
}

type BodyProps = { draft: Draft; quote: QuoteView; onReload(): void }

function DraftBody({ draft, quote, onReload }: BodyProps) {
  return (
    <>
      <AddressCard saved={quote.address} />
      <Card>
        {quote.lines.map((line) => (
          <ItemRow key={line.skuId} line={line}>
            {line.available < line.quantity && (
              <Tag tone="price">
                {line.available > 0 ? `只剩 ${line.available} 件` : '刚刚卖完'}
              </Tag>
            )}
          </ItemRow>
        ))}
      </Card>
      <Card>
        <View className="remark">
          备注
          <Input
            className="remark__input"
            value={draft.remark}
            maxlength={REMARK_MAX}
            placeholder="选填"
            placeholderClass="placeholder"
            aria-label="备注"
            onInput={(event) => shop.getState().setRemark(event.detail.value)}
          />
        </View>
      </Card>
      <Bill quote={quote} onJoined={onReload} />
    </>
  )
}
