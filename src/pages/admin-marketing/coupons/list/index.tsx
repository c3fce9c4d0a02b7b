import type { CouponRow } from '@core/contract/coupons'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { couponCopy, validityCopy } from '@/copy/coupons'
import { formatMoment } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { now, today } from '@/services/clock'
import { go } from '@/services/route'
import '@/pages/admin-marketing/promotions/list/index.scss'

/** 优惠券: all coupons, with how many were claimed and used. */
export default function CouponsPage() {
  const pages = usePages((cursor) => callAdmin('coupons.list', cursor ? { cursor } : {}), '')
  const { items, status, error } = pages
  useReachBottom(() => loadMore(pages))
  // A coupon may have been changed in its editor.
  useShownAgain(() => void pages.reload())
  if (isForbidden(error)) return <StaffOnly />
  const foot = (
    <Button wide onTap={() => go.staffCoupon()}>
      发一种新券
    </Button>
  )
  return (
    <PageShell title="优惠券" foot={foot}>
      <LongList items={items} keyOf={({ coupon }) => coupon.id}>
        {(row) => <CouponCard row={row} />}
      </LongList>
      {items.length > 0 && <ListFoot pages={pages} unit="种" />}
      {items.length === 0 && error && <Failure error={error} onRetry={() => void pages.reload()} />}
      {items.length === 0 && status === 'loading' && <RowsSkeleton count={4} />}
      {items.length === 0 && status === 'ready' && (
        <Empty picture="seedling" title="还没有发过券" note="点下面发第一种" />
      )}
    </PageShell>
  )
}

function CouponCard({ row: { coupon, used } }: { row: CouponRow }) {
  const { id, terms, validity, issued, issuedMax, code, isListed } = coupon
  return (
    <View
      className="promotion-card"
      {...tappable(`打开 ${terms.title}`, 'link')}
      onClick={() => go.staffCoupon(id)}
    >
      <View className="promotion-card__head">
        <Text className="promotion-card__title">{terms.title}</Text>
        <StateTag coupon={coupon} />
      </View>
      <Text>{couponCopy(terms)}</Text>
      <Text className="promotion-card__note">
        {`已领 ${formatCount(issued)}/${formatCount(issuedMax)} · 已用 ${formatCount(used)}`}
      </Text>
      <Text className="promotion-card__note">
        {`${validityCopy(validity, today())} · ${waysCopy(code, isListed)}`}
      </Text>
      <View className="promotion-card__foot">
        <Button
          kind="quiet"
          size="small"
          label={`再来一次 ${terms.title}`}
          onTap={() => go.staffCouponCopy(id)}
        >
          再来一次
        </Button>
      </View>
    </View>
  )
}

function waysCopy(code: string | null, isListed: boolean): string {
  const ways = [...(isListed ? ['领券中心'] : []), ...(code === null ? [] : [`券码 ${code}`])]
  return ways.length > 0 ? ways.join('、') : '只由店里发放'
}

function StateTag({ coupon }: { coupon: CouponRow['coupon'] }) {
  const { isStopped, claimFrom, claimUntil, issued, issuedMax } = coupon
  if (isStopped) return <Tag>已停发</Tag>
  if (now() >= claimUntil) return <Tag>领取已结束</Tag>
  if (now() < claimFrom) return <Tag tone="gold">{`${formatMoment(claimFrom, today())} 开始`}</Tag>
  return issued >= issuedMax ? <Tag tone="price">已领完</Tag> : <Tag tone="leaf">可领</Tag>
}
