import type { CouponOffer } from '@core/contract/coupons'
import { Fragment, useMemo, useState } from 'react'
import { Card, Row } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { CLAIM_ERROR_COPY } from '@/copy/coupons'
import { failureLine } from '@/copy/failures'
import { useJoin } from '@/hooks/use-join'
import { useLoad } from '@/hooks/use-load'
import { useMoments } from '@/hooks/use-moments'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { OfferCard } from './offer-card'

/** 领券中心: coupons to claim, their progress, and why one cannot be claimed. */
export default function CouponCenter() {
  const center = useLoad(() => callShop('coupons.center', {}), '')
  const [busyId, setBusyId] = useState<string | null>(null)
  const [claimId, setClaimId] = useState(mintId)
  const join = useJoin(() => {
    void center.reload()
    void shop.getState().loadHome()
  })

  useMoments(
    useMemo(() => (center.value ?? []).map(nextChange), [center.value]),
    center.reload,
  )

  const claim = async (offer: CouponOffer) => {
    if (offer.refusal === 'NOT_A_MEMBER') return join.open()
    setBusyId(offer.id)
    const answer = await callShop('coupons.claim', { couponId: offer.id, claimId })
    setBusyId(null)
    if (answer.ok) {
      toast('已放进券包')
      setClaimId(mintId())
    } else toast(claimErrorLine(answer.error))
    // Reload either way: the offer has changed.
    await center.reload()
  }

  return (
    <PageShell title="领券中心">
      <Card>
        <Row label="我的优惠券" value="看券包、输券码" onTap={go.wallet} />
      </Card>
      {center.value && (
        <Fragment>
          {center.value.map((offer) => (
            <OfferCard
              key={offer.id}
              offer={offer}
              isBusy={busyId === offer.id}
              onClaim={() => void claim(offer)}
            />
          ))}
          {center.value.length === 0 && <NoOffers />}
        </Fragment>
      )}
      {!center.value && center.error && (
        <Failure error={center.error} onRetry={() => void center.reload()} />
      )}
      {!center.value && !center.error && <RowsSkeleton count={4} />}
      {join.sheet}
    </PageShell>
  )
}

/** When the offer opens, or closes; `null` once it is over. */
const nextChange = ({ refusal, claimFrom, claimUntil }: CouponOffer): number | null => {
  if (refusal === 'ENDED') return null
  return refusal === 'NOT_STARTED' ? claimFrom : claimUntil
}

const NoOffers = () => (
  <Empty
    picture="fallen-leaf"
    title="现在没有可领的券"
    note="有新券会放在这里"
    action="去逛逛"
    onAction={() => go.tab('home')}
  />
)

const claimErrorLine = (error: { code: string; requestId?: string }): string =>
  (CLAIM_ERROR_COPY as Partial<Record<string, string>>)[error.code] ?? failureLine(error)
