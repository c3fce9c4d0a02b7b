import type { AfterSaleState } from '@core/domain/after-sales/after-sale'
import { Tag } from '@/components/tag'
import { AFTER_SALE_STATE_COPY, SHOP_AFTER_SALE_STATE_COPY } from '@/copy/after-sales'

const TONES = {
  requested: 'gold',
  agreed: 'price',
  returning: 'gold',
  exchanging: 'gold',
  refunding: 'leaf',
  refundFailed: 'price',
  refused: 'price',
  withdrawn: 'plain',
  done: 'plain',
} as const satisfies Record<AfterSaleState, string>

type Props = { state: AfterSaleState; forStaff?: boolean }

/** The state of an after-sale. */
export function AfterSaleTag({ state, forStaff = false }: Props) {
  const words = forStaff ? SHOP_AFTER_SALE_STATE_COPY : AFTER_SALE_STATE_COPY
  return <Tag tone={TONES[state]}>{words[state]}</Tag>
}
