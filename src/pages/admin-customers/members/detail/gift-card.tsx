import type { CouponRow } from '@core/contract/coupons'
import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { couponCopy, GIFT_ERROR_COPY, validityCopy } from '@/copy/coupons'
import { failureLine } from '@/copy/failures'
import { formatCount } from '@/copy/numbers'
import { usePages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import './gift-card.scss'

type Props = { member: MemberDetail; today: Day }

/** Gives a member a coupon: it is chosen with one tap and given with the next. */
export function GiftCard({ member, today }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (member.joinedAt === null) return null
  return (
    <Card title="送一张券">
      <Text className="gift__note">直接放进 TA 的券包，不占店里的领取入口。</Text>
      <Button kind="soft" onTap={() => setOpen(true)}>
        挑一张券
      </Button>
      {isOpen && <GiftSheet memberId={member.id} today={today} onClose={() => setOpen(false)} />}
    </Card>
  )
}

type SheetProps = { memberId: string; today: Day; onClose(): void }

function GiftSheet({ memberId, today, onClose }: SheetProps) {
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  // One id per coupon in this sheet: a lost answer sent again gives no second copy.
  const claimIds = useRef<Record<string, string>>({})
  const pages = usePages((cursor) => callAdmin('coupons.list', { cursor }), 'coupons')
  const give = async () => {
    if (chosen === undefined) return setError('先挑一张券')
    setBusy(true)
    claimIds.current[chosen] ??= mintId()
    const input = { memberId, couponId: chosen, claimId: claimIds.current[chosen] }
    const answer = await callAdmin('coupons.give', input)
    setBusy(false)
    if (!answer.ok) return setError(refusalCopy(answer.error))
    onClose()
    toast('已放进 TA 的券包')
  }
  const choose = (id: string) => {
    setChosen(id)
    setError(undefined)
  }
  const offers = pages.items.filter(({ coupon }) => !coupon.isStopped && coupon.claimUntil > now())
  return (
    <Sheet
      isOpen
      title="送一张券"
      onClose={onClose}
      foot={
        <Button wide busy={isBusy} onTap={() => void give()}>
          送出
        </Button>
      }
    >
      {error !== undefined && <View className="gift__error">{error}</View>}
      {offers.map((offer) => (
        <Offer
          key={offer.coupon.id}
          offer={offer}
          today={today}
          isChosen={offer.coupon.id === chosen}
          onChoose={choose}
        />
      ))}
      {pages.status === 'loading' && <RowsSkeleton count={3} />}
      {pages.status === 'failed' && pages.items.length === 0 && (
        <Failure error={pages.error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
      )}
      {pages.status === 'ready' && offers.length === 0 && pages.ended && (
        <Text className="gift__note">没有还在发的券，先到“优惠券”里发一张</Text>
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="张" />}
    </Sheet>
  )
}

type OfferProps = { offer: CouponRow; today: Day; isChosen: boolean; onChoose(id: string): void }

function Offer({ offer: { coupon }, today, isChosen, onChoose }: OfferProps) {
  const left = formatCount(coupon.issuedMax - coupon.issued)
  return (
    <View
      className={`gift__offer ${isChosen ? 'is-chosen' : ''}`}
      {...tappable(coupon.terms.title)}
      aria-pressed={isChosen}
      onClick={() => onChoose(coupon.id)}
    >
      <Text className="gift__title">{coupon.terms.title}</Text>
      <Text className="gift__note">{couponCopy(coupon.terms)}</Text>
      <Text className="gift__note">{`${validityCopy(coupon.validity, today)} · 还剩 ${left} 张`}</Text>
    </View>
  )
}

const refusalCopy = (error: { code: string }): string =>
  error.code in GIFT_ERROR_COPY
    ? GIFT_ERROR_COPY[error.code as keyof typeof GIFT_ERROR_COPY]
    : failureLine(error)
