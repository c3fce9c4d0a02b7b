import type { AfterSaleView } from '@core/contract/after-sales'
import { canChangeRequest, nextAfterSaleState } from '@core/domain/after-sales/after-sale'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { ContactEntry } from '@/components/contact-entry'
import { AFTER_SALE_KIND_COPY, afterSaleErrorCopy } from '@/copy/after-sales'
import { useContactHours } from '@/hooks/use-contact-hours'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { toast } from '@/services/toast'

type Props = {
  afterSale: AfterSaleView
  onChange(afterSale: AfterSaleView): void
  /** The state has changed meanwhile. */
  onStale(): void
}

/** The customer's actions: change or withdraw it, ask again, complain, contact the shop. */
export function AfterSaleActions({ afterSale, onChange, onStale }: Props) {
  const [isConfirming, setConfirming] = useState(false)
  const hours = useContactHours()
  const { id, orderId, kind, state, lines } = afterSale
  const title = `${AFTER_SALE_KIND_COPY[kind]} ${lines[0]?.title ?? ''}`
  const write = () => go.writeTicket({ kind: 'afterSale', id, title })

  const withdraw = async () => {
    const answer = await callShop('afterSales.withdraw', { afterSaleId: id })
    setConfirming(false)
    if (answer.ok) {
      toast('已撤回')
      return onChange(answer.value)
    }
    toast(afterSaleErrorCopy(answer.error))
    if (answer.error.code === 'AFTER_SALE_WRONG_STATE') onStale()
  }

  return (
    <>
      <View className="acts">
        {state === 'refused' && (
          <>
            <Button kind="soft" onTap={() => go.requestAfterSale(orderId)}>
              再申请一次
            </Button>
            <Button kind="quiet" onTap={write}>
              向店主投诉
            </Button>
          </>
        )}
        {canChangeRequest(afterSale) && (
          <Button kind="soft" onTap={() => go.changeAfterSale(orderId, id)}>
            修改申请
          </Button>
        )}
        {nextAfterSaleState(state, 'withdraw') !== null && (
          <Button kind="quiet" onTap={() => setConfirming(true)}>
            撤回申请
          </Button>
        )}
        <Button kind="quiet" onTap={() => go.order(orderId)}>
          看订单
        </Button>
      </View>
      <ContactEntry
        hours={hours}
        title={title}
        path={`pages/after-sales/detail/index?id=${id}`}
        onWrite={write}
      />
      <Confirm
        isOpen={isConfirming}
        title="撤回这次申请"
        note="撤回后订单照常进行，售后期内可以再申请"
        action="撤回"
        onConfirm={withdraw}
        onClose={() => setConfirming(false)}
      />
    </>
  )
}
