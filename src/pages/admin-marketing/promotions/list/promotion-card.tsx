import type { ListedPromotion } from '@core/contract/promotions'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment, untilCopy } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { audienceCopy, goodsCopy, PROMOTION_NAMES, promotionCopy } from '@/copy/promotions'
import { today } from '@/services/clock'

type Props = { row: ListedPromotion; onOpen(): void; onRepeat(): void }

/** A promotion in the list: what customers read, when it runs, its sales, and one more like it. */
export function PromotionCard({ row, onOpen, onRepeat }: Props) {
  const { promotion, state, stock, goods } = row
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
      {state !== 'COMING' && (
        <View className="promotion-card__foot">
          <Button kind="quiet" size="small" label={`再来一次 ${title}`} onTap={onRepeat}>
            再来一次
          </Button>
        </View>
      )}
    </View>
  )
}
