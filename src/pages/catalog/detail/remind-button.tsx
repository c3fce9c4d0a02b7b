import { Button } from '@/components/button'
import type { Reminding } from './use-reminder'

type Props = {
  /** The SKU that is out of stock; `null` for the launch of the product. */
  skuId: string | null
  reminding: Reminding
}

/** Asks to be told when it can be bought, or no longer to be. */
export function RemindButton({ skuId, reminding }: Props) {
  const { busyId, isReminded, toggle } = reminding
  const what = skuId === null ? '开售' : '到货'
  const isSet = isReminded(skuId)
  return (
    <Button
      kind={isSet ? 'soft' : 'filled'}
      wide
      busy={busyId === skuId}
      label={isSet ? `已设${what}提醒，点一下取消` : undefined}
      onTap={() => void toggle(skuId)}
    >
      {isSet ? `已设${what}提醒` : `${what}提醒我`}
    </Button>
  )
}
