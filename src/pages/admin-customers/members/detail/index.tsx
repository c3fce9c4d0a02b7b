import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { useLoad } from '@/hooks/use-load'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { BlockCard } from './block-card'
import { GiftCard } from './gift-card'
import { HistorySection } from './history-section'
import { MemberSkeleton } from './member-skeleton'
import { OrdersSection } from './orders-section'
import { PointsSection } from './points-section'
import { ProfileCard } from './profile-card'
import { type SectionName, SectionTabs } from './section-tabs'
import { TimelineSection } from './timeline-section'
import { WhyCard } from './why-card'

const SECTIONS = {
  orders: OrdersSection,
  points: PointsSection,
  history: HistorySection,
  timeline: TimelineSection,
} as const satisfies Record<SectionName, unknown>

/** 会员档案: profile, lifecycle status and activity of a customer. */
export default function MemberPage() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callAdmin('members.show', { memberId: id }), id)
  if (isForbidden(loaded.error)) return <StaffOnly />
  return (
    <PageShell title="会员档案">
      {loaded.value ? (
        <Member member={loaded.value} today={dayNow()} onChange={loaded.reload} />
      ) : loaded.error ? (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      ) : (
        <MemberSkeleton />
      )}
    </PageShell>
  )
}

type MemberProps = { member: MemberDetail; today: Day; onChange(): Promise<void> }

function Member({ member, today, onChange }: MemberProps) {
  const [name, setName] = useState<SectionName>('orders')
  const Section = SECTIONS[name]
  return (
    <>
      <ProfileCard member={member} today={today} />
      <WhyCard member={member} today={today} />
      <GiftCard member={member} today={today} />
      <BlockCard member={member} today={today} onChange={onChange} />
      <View>
        <SectionTabs chosen={name} onChoose={setName} />
      </View>
      <Section member={member} today={today} />
    </>
  )
}
