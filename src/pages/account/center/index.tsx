import type { MeView } from '@core/contract/account'
import type { TierRow as TierBenefit } from '@core/domain/tiers/tier'
import { dayOf } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton, SkeletonBlock } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { TierCard } from '@/components/tier-card'
import { formatDate } from '@/copy/dates'
import { TIER_COPY } from '@/copy/lifecycle'
import { formatCount } from '@/copy/numbers'
import { POINTS_ARRIVAL } from '@/copy/points'
import { multiplierCopy } from '@/copy/tiers'
import { useJoin } from '@/hooks/use-join'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import './index.scss'

/** Member centre: card, points, and the benefits of each tier. */
export default function Center() {
  const me = useShop((state) => state.me)
  const load = () => void shop.getState().loadMe()
  useDidShow(load)
  return (
    <PageShell title="会员中心">
      {me.value && <CenterBody me={me.value} />}
      {!me.value && me.status === 'loading' && (
        <>
          <SkeletonBlock shape="banner" />
          <RowsSkeleton count={2} />
        </>
      )}
      {!me.value && me.status === 'failed' && <Failure error={me.error} onRetry={load} />}
    </PageShell>
  )
}

function CenterBody({ me }: { me: MeView }) {
  const join = useJoin(() => void shop.getState().loadHome())
  return (
    <>
      <TierCard member={me} note={me.isMember ? cardNote(me) : '加入后开始累积'} />
      {me.isMember ? (
        <View className="numbers">
          <Figure count={me.points.available} name="积分" note="看明细" onTap={go.points} />
          <Figure count={me.points.pending} name="待到账" note={POINTS_ARRIVAL} onTap={go.points} />
          <Figure count={me.orders.shipped} name="待收货" note="去确认" onTap={go.orders} />
        </View>
      ) : (
        <Button onTap={join.open}>加入会员</Button>
      )}
      <Card title="等级与权益">
        {me.program.tiers.map((row) => (
          <TierRow key={row.code} row={row} isMine={me.isMember && row.code === me.tier} />
        ))}
      </Card>
      <Card title="积分怎么来">
        <View className="center__how">
          {`付款后记下，${POINTS_ARRIVAL}；只按商品金额计，运费不算。`}
          成长值付款当时就加，等级够了当场升。
        </View>
      </Card>
      {join.sheet}
    </>
  )
}

const cardNote = ({ tierSince, cardNumber }: MeView): string =>
  cardNumber ?? `自 ${formatDate(dayOf(tierSince), today())}`

type FigureProps = { count: number; name: string; note: string; onTap(): void }

function Figure({ count, name, note, onTap }: FigureProps) {
  return (
    <View className="numbers__item" {...tappable(undefined, 'link')} onClick={() => onTap()}>
      <Text className="numbers__count">{formatCount(count)}</Text>
      <Text className="numbers__name">{name}</Text>
      <Text className="numbers__note">{note}</Text>
    </View>
  )
}

function TierRow({ row, isMine }: { row: TierBenefit; isMine: boolean }) {
  const { code: tier, fromGrowth, pointsPercent } = row
  return (
    <View className="tier-row">
      <View className={`tier-row__dot tier-row__dot--${tier}`} />
      <Text className="tier-row__name">{TIER_COPY[tier]}</Text>
      {isMine && <Tag tone="gold">现在</Tag>}
      <Text className="tier-row__from">
        {tier === 'basic' ? '加入即是' : `成长值 ${formatCount(fromGrowth)}`}
      </Text>
      <Text className="tier-row__gain">{`${multiplierCopy(pointsPercent)}积分`}</Text>
    </View>
  )
}
