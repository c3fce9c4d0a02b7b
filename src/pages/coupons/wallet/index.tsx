import type { GrantView, WalletInput } from '@core/contract/coupons'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { windowCopy } from '@/copy/coupons'
import { formatMoment } from '@/copy/dates'
import { useJoin } from '@/hooks/use-join'
import { useMoments } from '@/hooks/use-moments'
import { type Pages, usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { now, today } from '@/services/clock'
import { go } from '@/services/route'
import { CodeField } from '../code-field'
import { CouponCard } from '../coupon-card'
import { openCouponGoods } from '../open-coupon-goods'
import './index.scss'

type Part = WalletInput['part']

const PARTS = [
  ['usable', '可用'],
  ['used', '已使用'],
  ['expired', '已过期'],
] as const satisfies readonly (readonly [Part, string])[]

/** 券包: usable, used and expired coupons, and the code field. */
export default function Wallet() {
  const [part, setPart] = useState<Part>('usable')
  const pages = usePages(
    (cursor) => callShop('coupons.wallet', { part, ...(cursor ? { cursor } : {}) }),
    part,
  )
  useReachBottom(() => void pages.more())
  const join = useJoin(() => void pages.reload())
  const showUsable = () => (part === 'usable' ? void pages.reload() : setPart('usable'))
  return (
    <PageShell title="优惠券">
      <CodeField onClaimed={showUsable} onJoin={join.open} />
      <View className="wallet-parts">
        {PARTS.map(([one, name]) => (
          <Choice key={one} isSelected={one === part} onTap={() => setPart(one)}>
            {name}
          </Choice>
        ))}
      </View>
      <Grants pages={pages} part={part} />
      {join.sheet}
    </PageShell>
  )
}

function Grants({ pages, part }: { pages: Pages<GrantView>; part: Part }) {
  const { items, status, error, ended, more, reload } = pages
  useMoments(part === 'usable' ? items.map(nextChange) : [], reload)
  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={3} />
  if (items.length === 0) return <NoGrants part={part} />
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(grant) => <Grant grant={grant} part={part} />}
      </LongList>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </>
  )
}

/** When the coupon can be used, or no longer. */
const nextChange = ({ startsAt, expiresAt }: GrantView): number =>
  startsAt > now() ? startsAt : expiresAt

function Grant({ grant, part }: { grant: GrantView; part: Part }) {
  const note =
    part === 'used' && grant.usedAt !== null
      ? `${formatMoment(grant.usedAt, today())} 用掉`
      : windowCopy(grant, now())
  return (
    <CouponCard
      terms={grant.terms}
      notes={[note]}
      isOver={part !== 'usable'}
      action={<GrantAction grant={grant} part={part} />}
    />
  )
}

function GrantAction({
  grant: { state, orderId, startsAt, terms },
  part,
}: {
  grant: GrantView
  part: Part
}) {
  if (part === 'expired') return null
  if (orderId !== null) {
    return (
      <Button size="small" kind="quiet" onTap={() => go.order(orderId)}>
        {state === 'locked' ? '待付款订单' : '看订单'}
      </Button>
    )
  }
  if (startsAt > now()) return <Text className="wallet-wait">还没到时间</Text>
  return (
    <Button size="small" kind="soft" onTap={() => openCouponGoods(terms)}>
      去使用
    </Button>
  )
}

const EMPTY_COPY = {
  usable: { title: '还没有可用的券', note: '领券中心里看看有没有合适的' },
  used: { title: '还没有用过券', note: '结算时会自动选最合算的一张' },
  expired: { title: '没有过期的券', note: '快到期的券会排在最前面' },
} as const satisfies Record<Part, { title: string; note: string }>

const NoGrants = ({ part }: { part: Part }) => (
  <Empty picture="seedling" {...EMPTY_COPY[part]} action="去领券" onAction={go.couponCenter} />
)
