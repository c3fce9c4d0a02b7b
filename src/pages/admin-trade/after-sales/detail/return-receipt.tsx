import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import type { ActionProps } from './action-props'
import { ErrorLine } from './error-line'
import { RefundChoices } from './refund-choices'
import { useAfterSaleAction } from './use-after-sale-action'
import { useRefundChoice } from './use-refund-choice'

/** Confirms that the goods were returned, whether they can be sold again, and what is refunded. */
export function ReturnReceipt(props: ActionProps) {
  const { id: afterSaleId, kind } = props.afterSale
  const [isRestocked, setRestocked] = useState(true)
  const [isRefusing, setRefusing] = useState(false)
  const { isBusy, error, act } = useAfterSaleAction(props)
  const isExchange = kind === 'exchange'
  const refund = useRefundChoice(props.afterSale)
  const { choice, estimate } = refund

  const receive = async () => {
    const refusal = await act(
      () =>
        callAdmin('afterSales.receive', {
          afterSaleId,
          isRestocked,
          isGiftWaived: choice.isGiftWaived,
          ...(estimate ? { expectedFen: estimate.totalFen } : {}),
        }),
      () => (isExchange ? '已收到，可以换发了' : '已收到，钱正在退'),
    )
    if (refusal !== undefined && !isExchange) await refund.change({})
  }
  const refuse = async (refusal: string) => {
    const words = await act(
      () => callAdmin('afterSales.refuse', { afterSaleId, refusal }),
      () => '已拒绝，记得把东西寄回给顾客',
    )
    if (words === undefined) setRefusing(false)
    return words
  }

  return (
    <Card title="收到退货了吗">
      <View className="deciding__choice">
        <Choice isOnCard isSelected={isRestocked} onTap={() => setRestocked(true)}>
          完好，放回库存
        </Choice>
        <Choice isOnCard isSelected={!isRestocked} onTap={() => setRestocked(false)}>
          不能再卖
        </Choice>
      </View>
      {!isExchange && <RefundChoices afterSale={props.afterSale} refund={refund} isPaidNow />}
      <ErrorLine words={error ?? refund.error} />
      <View className="deciding__acts">
        <Button kind="soft" onTap={() => setRefusing(true)}>
          东西不对，拒绝
        </Button>
        <Button
          busy={isBusy}
          disabled={!isExchange && estimate === null}
          onTap={() => void receive()}
        >
          {isExchange ? '已收到' : '已收到，退款'}
        </Button>
      </View>
      {isRefusing && (
        <TextSheet
          title="为什么拒绝"
          action="拒绝"
          placeholder="写给顾客看，说明收到的是什么样"
          max={AFTER_SALE_WORDS_MAX}
          onSend={refuse}
          onClose={() => setRefusing(false)}
        />
      )}
    </Card>
  )
}
