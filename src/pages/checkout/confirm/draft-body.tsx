import { REMARK_MAX } from '@core/kernel/limits'
import { Input, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { OrderLines } from '@/components/order-lines'
import { Tag } from '@/components/tag'
import type { Draft } from '@/stores/checkout'
import { shop } from '@/stores/shop'
import { AddressCard } from './address-card'
import { type ConfirmLine, confirmLines } from './confirm-lines'
import { OffersCard } from './offers-card'
import { QuoteCard } from './quote-card'
import { samplesOf } from './samples'
import { SamplesCard } from './samples-card'
import type { PricedDraft } from './use-place-order'

type Props = PricedDraft & { draft: Draft; onReload(): void }

/** The content of the checkout: address, lines, samples, offers, remark, quote. */
export function DraftBody({ draft, view, quote, onReload }: Props) {
  const { material: input } = view
  return (
    <>
      <AddressCard shown={view.address} />
      {!quote.isServed && <NoDelivery province={view.material.province} />}
      <Card>
        <OrderLines
          lines={confirmLines(quote, view)}
          adjustments={quote.adjustments}
          promotions={input.promotions}
          note={(line) => <ShortStock line={line} />}
        />
      </Card>
      <SamplesCard samples={samplesOf(input, quote, view.gifts)} chosenIds={draft.choice.samples} />
      <OffersCard quote={quote} input={input} choice={draft.choice} />
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
      <QuoteCard view={view} quote={quote} onJoined={onReload} />
    </>
  )
}

const NoDelivery = ({ province }: { province: string | null }) => (
  <View className="confirm__trouble" role="alert">
    {`${province ?? '这里'}暂时送不到，换个地址试试`}
  </View>
)

function ShortStock({ line }: { line: ConfirmLine }) {
  if (line.available >= line.quantity) return null
  return (
    <View className="confirm__short">
      <Tag tone="price">{line.available > 0 ? `只剩 ${line.available} 件` : '刚刚卖完'}</Tag>
    </View>
  )
}
