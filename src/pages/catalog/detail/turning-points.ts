import type { ProductView } from '@core/contract/storefront'
import type { Instant } from '@core/kernel/calendar'

/** The cloud's time is known to about this; a start that it has not confirmed is asked for. */
const UNSURE_MS = 3_000

type Sold = Pick<ProductView, 'sale' | 'launchAt' | 'prices' | 'offers'>

/**
 * When what the product's page says changes: the launch, the end of a price, and the start and end
 * of each promotion. What is past by the answer itself is left out.
 */
export function turningPoints({ sale, launchAt, prices, offers }: Sold, now: Instant): Instant[] {
  const running = Object.values(prices)
  const isRunning = (id: string) => running.some(({ promotionId }) => promotionId === id)
  const launch = sale.state === 'NOT_YET' ? [sale.from, launchAt ?? sale.from] : []
  const forAll = sale.state === 'EARLY' ? [sale.launchAt] : []
  const ends = running.flatMap(({ endsAt }) => endsAt ?? [])
  const starts = offers
    .filter(({ promotion: { id, startsAt } }) => !isRunning(id) && startsAt > now - UNSURE_MS)
    .map(({ promotion }) => promotion.startsAt)
  const offerEnds = offers.map(({ promotion }) => promotion.endsAt)
  return [...launch, ...forAll, ...ends, ...starts, ...offerEnds]
}
