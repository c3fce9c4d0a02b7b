import type { MeView } from '@core/contract/account'
import type { ShownProgram } from '@core/contract/program'
import type { StaffRole } from '@core/domain/staff/roles'
import { dayOf } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton, SkeletonBlock } from '@/components/skeleton'
import { TierCard } from '@/components/tier-card'
import { formatDate } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { earnCopy, firstStepCopy } from '@/copy/tiers'
import { useCartBadge } from '@/hooks/use-cart-badge'
import { useJoin } from '@/hooks/use-join'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import { OrderShortcuts } from './order-shortcuts'
import './index.scss'

/** The customer's account page. Lifecycle data is for staff only and not shown here. */
export default function Me() {
  const me = useShop((state) => state.me)
  const load = () => void shop.getState().loadMe()
  useDidShow(load)
  useCartBadge()
  return (
    <PageShell title="我的" isTab>
      {me.value && <MeBody me={me.value} />}
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

function MeBody({ me }: { me: MeView }) {
  const { available, pending } = me.points
  const usable = formatCount(available)
  const points = pending > 0 ? `${usable} · ${formatCount(pending)} 待到账` : usable
  return (
    <>
      {me.isMember ? (
        <TierCard
          member={me}
          note={`自 ${formatDate(dayOf(me.tierSince), today())}`}
          onTap={go.memberCenter}
        />
      ) : (
        <JoinCard program={me.program} />
      )}
      <OrderShortcuts counts={me.orders} />
      <Card>
        {me.isMember && (
          <>
            <Row label="会员中心" value="等级与权益" onTap={go.memberCenter} />
            <Row label="积分" value={points} onTap={go.points} />
            <Row label="个人资料" onTap={go.profile} />
          </>
        )}
        <Row
          label="优惠券"
          value={me.coupons > 0 ? `${me.coupons} 张可用` : ''}
          onTap={go.wallet}
        />
        <Row label="领券中心" onTap={go.couponCenter} />
        <Row label="收货地址" onTap={go.addresses} />
        <Row label="收藏" onTap={go.favourites} />
        <Row label="足迹" onTap={go.footprints} />
        <Row
          label="到货与开售提醒"
          value={
            me.remindersUnread > 0 && (
              <Text className="me__unread">{`${me.remindersUnread} 件可以买了`}</Text>
            )
          }
          onTap={go.reminders}
        />
        <Row
          label="我的留言"
          value={me.unread > 0 && <Text className="me__unread">{`${me.unread} 条新回复`}</Text>}
          onTap={go.tickets}
        />
        <Row label="帮助与客服" onTap={go.help} />
        <Row label="小铺手记" onTap={go.articles} />
        <Row label="隐私与授权" onTap={go.privacy} />
      </Card>
      {me.staffRole !== null && (
        <Card>
          <StaffRow role={me.staffRole} />
        </Card>
      )}
    </>
  )
}

/** Entry to the staff pages; the shipping role goes straight to the orders. */
const StaffRow = ({ role }: { role: StaffRole }) =>
  role === 'shipping' ? (
    <Row label="店铺管理" value="订单" onTap={go.staffOrders} />
  ) : (
    <Row label="店铺管理" value="工作台" onTap={go.staff} />
  )

function JoinCard({ program }: { program: ShownProgram }) {
  const join = useJoin(() => void shop.getState().loadHome())
  return (
    <View className="join-card">
      <View className="join-card__words">
        <View className="join-card__title">还不是会员</View>
        <View className="join-card__note">{earnCopy(program) + firstStepCopy(program)}</View>
      </View>
      <Button onTap={join.open}>加入会员</Button>
      {join.sheet}
    </View>
  )
}
