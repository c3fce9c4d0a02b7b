import type { ListedPromotion } from '@core/contract/promotions'
import { Text, View } from '@tarojs/components'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment, untilCopy } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { audienceCopy, goodsCopy, PROMOTION_NAMES, promotionCopy } from '@/copy/promotions'
import { today } from '@/services/clock'

type Props = { row: ListedPromotion; onOpen(): void }

/** A promotion in the list: what customers read, when it runs, and its sales. */
export function PromotionCard({ row: { promotion, stock, goods }, onOpen }: Props) {
  const { title, kind, startsAt, endsAt, minTier } = promotion
  const day = today()
  const tier = audienceCopy(minTier)
  return (
    <View className="promotion-card" {...tappable(`打开 ${title}`, 'link')} onClick={onOpen}>
      <View className="promotion-card__head">
        <Text className="promotion-card__title">{title}</Text>
        <Tag tone={kind === 'tierPrice' ? 'gold' : 'leaf'}>{PROMOTION_NAMES[kind]}</Tag>
      </View>
      <Text>{promotionCopy(promotion, day)}</Text>
      <Text className="promotion-card__goods">{goodsCopy(goods)}</Text>
      <Text className="promotion-card__note">
        {`${formatMoment(startsAt, day)} ${untilCopy(endsAt, day)}`}
      </Text>
      {tier !== '' && <Text className="promotion-card__note">{tier}</Text>}
      {stock && (
        <Text className="promotion-card__note">
          {`活动库存剩 ${formatCount(stock.left)} · 已售 ${formatCount(stock.sold)}`}
        </Text>
      )}
    </View>
  )
}
