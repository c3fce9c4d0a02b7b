import type { CouponOffer } from '@core/contract/coupons'
import { Fragment, useMemo } from 'react'
import { Card, Row } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useClaim } from '@/hooks/use-claim'
import { useLoad } from '@/hooks/use-load'
import { useMoments } from '@/hooks/use-moments'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { OfferCard } from './offer-card'

/** 领券中心: coupons to claim, their progress, and why one cannot be claimed. */
export default function CouponCenter() {
  const center = useLoad(() => callShop('coupons.center', {}), '')
  const { busyId, claim, sheet } = useClaim(center.reload)

  useMoments(
    useMemo(() => (center.value ?? []).map(nextChange), [center.value]),
    center.reload,
  )

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
      {sheet}
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
