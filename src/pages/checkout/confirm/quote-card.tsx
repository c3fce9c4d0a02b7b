import type { QuoteView } from '@core/contract/orders'
import type { Quote, SkippedDiscount } from '@core/domain/pricing/quote-types'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { PriceBreakdown } from '@/components/price-breakdown'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { freightReasonCopy } from '@/copy/freight'
import { TIER_COPY } from '@/copy/lifecycle'
import { formatRoundAmount } from '@/copy/numbers'
import { POINTS_ARRIVAL } from '@/copy/points'
import { skippedCopy } from '@/copy/promotions'
import { useJoin } from '@/hooks/use-join'

type Props = { view: QuoteView; quote: Quote; onJoined(): void }

/** The price breakdown, offers that did not apply, and what the order earns. */
export function QuoteCard({ view, quote, onJoined }: Props) {
  return (
    <Card>
      <PriceBreakdown amounts={quote} freightNote={freightNote(view, quote)} />
      <SkippedOffers skipped={quote.skipped.filter(isShown)} />
      <View className="bill__line" />
      {view.material.buyer ? (
        <Earnings earns={quote.earns} tier={view.material.buyer.tier.tier} />
      ) : (
        <JoinPrompt onJoined={onJoined} />
      )}
    </Card>
  )
}

function freightNote({ material }: QuoteView, quote: Quote): string {
  const reason = freightReasonCopy(quote.adjustments, material)
  const missing = quote.freeFreightMissingFen
  if (quote.freightFen === 0 || missing === 0) return reason
  return `${reason}，再买 ${formatRoundAmount(missing)} 包邮`
}

/** Reasons not shown: explained elsewhere, or irrelevant to the customer. */
const HIDDEN_REASONS: readonly SkippedDiscount['reason'][] = [
  'NOT_CHOSEN',
  'NOT_STARTED',
  'EXPIRED',
  'OUT_OF_SCOPE',
]

const isShown = ({ code, reason }: SkippedDiscount): boolean =>
  !HIDDEN_REASONS.includes(reason) &&
  code !== 'POINTS' &&
  !(code === 'FREE_FREIGHT' && reason === 'NO_EFFECT')

/** Maximum number of skipped offers shown. */
const SKIPPED_MAX = 6

function SkippedOffers({ skipped }: { skipped: SkippedDiscount[] }) {
  const [isOpen, setOpen] = useState(false)
  if (skipped.length === 0) return null
  return (
    <View className="why">
      <View className="why__ask" {...tappable()} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起' : `为什么没有其他优惠（${skipped.length}）`}
      </View>
      {isOpen &&
        skipped.slice(0, SKIPPED_MAX).map((one) => (
          <Text key={`${one.code}:${one.sourceId ?? ''}`} className="why__one">
            {skippedCopy(one)}
          </Text>
        ))}
    </View>
  )
}

type EarningsProps = { earns: Quote['earns']; tier: Quote['earns']['tier'] }

function Earnings({ earns: { points, growth, tier }, tier: tierNow }: EarningsProps) {
  const isUpgrade = tierNow !== tier
  return (
    <View className="bill__earns">
      <Text>{`付款后成长值 +${growth}${isUpgrade ? '，升至' : ''}`}</Text>
      {isUpgrade && <Tag tone="gold">{TIER_COPY[tier]}</Tag>}
      {points > 0 && <Text>{`得 ${points} 积分，${POINTS_ARRIVAL}`}</Text>}
    </View>
  )
}

function JoinPrompt({ onJoined }: { onJoined(): void }) {
  const join = useJoin(onJoined)
  return (
    <View className="bill__earns">
      <Text>加入会员，这一单就得积分</Text>
      <View className="bill__join" {...tappable()} onClick={join.open}>
        加入
      </View>
      {join.sheet}
    </View>
  )
}
