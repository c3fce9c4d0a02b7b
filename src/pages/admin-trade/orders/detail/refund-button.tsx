import type { StaffOrderView } from '@core/contract/orders'
import { useState } from 'react'
import { Button } from '@/components/button'
import { RefundSheet } from './refund-sheet'

type Props = { order: StaffOrderView; onGiven(): void }

/** Refunds without a request of the customer; only the owner may. */
export function RefundButton({ order, onGiven }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (order.paidAt === null || order.refundedFen >= order.totalFen) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>
        主动退款
      </Button>
      {isOpen && (
        <RefundSheet
          order={order}
          onClose={close}
          onGiven={() => {
            close()
            onGiven()
          }}
        />
      )}
    </>
  )
}
