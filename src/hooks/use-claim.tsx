import type { CouponOffer } from '@core/contract/coupons'
import { type ReactNode, useState } from 'react'
import { CLAIM_ERROR_COPY } from '@/copy/coupons'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { useJoin } from './use-join'

/** Claiming coupons on any page that offers them. */
export type Claiming = {
  /** The coupon that is being claimed. */
  busyId: string | null
  claim(offer: Pick<CouponOffer, 'id' | 'refusal'>): Promise<void>
  /** The sheet to join with, which a stranger needs first; render it anywhere in the page. */
  sheet: ReactNode
}

/** `onChange` reloads the offers: after a claim, a refusal, or joining. */
export function useClaim(onChange: () => Promise<unknown>): Claiming {
  const [busyId, setBusyId] = useState<string | null>(null)
  const [claimId, setClaimId] = useState(mintId)
  const join = useJoin(() => {
    void onChange()
    void shop.getState().loadHome()
  })

  const claim: Claiming['claim'] = async ({ id, refusal }) => {
    if (refusal === 'NOT_A_MEMBER') return join.open()
    setBusyId(id)
    const answer = await callShop('coupons.claim', { couponId: id, claimId })
    setBusyId(null)
    if (answer.ok) {
      toast('已放进券包')
      setClaimId(mintId())
    } else toast(claimErrorLine(answer.error))
    // Reload either way: the offer has changed.
    await onChange()
  }
  return { busyId, claim, sheet: join.sheet }
}

const claimErrorLine = (error: { code: string; requestId?: string }): string =>
  (CLAIM_ERROR_COPY as Partial<Record<string, string>>)[error.code] ?? failureLine(error)
