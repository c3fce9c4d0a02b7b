import { type ReturnedGoods, usualReturn } from '@core/domain/after-sales/returned-goods'
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
import { RefundConfirm } from './refund-confirm'
import { useAfterSaleAction } from './use-after-sale-action'
import { useRefundChoice } from './use-refund-choice'

const RETURNED_GOODS = [
  ['restock', '完好，放回库存'],
  ['writeOff', '报损，不能再卖'],
] as const satisfies readonly (readonly [ReturnedGoods, string])[]

/** Confirms that the goods were returned, whether they can be sold again, and what is refunded. */
export function ReturnReceipt(props: ActionProps) {
  const { id: afterSaleId, kind, reason } = props.afterSale
  const [goods, setGoods] = useState<ReturnedGoods | null>(() => usualReturn(reason))
  const [isConfirming, setConfirming] = useState(false)
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
          isRestocked: goods === 'restock',
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
      <GoodsChoice goods={goods} onChange={setGoods} />
      {!isExchange && <RefundChoices afterSale={props.afterSale} refund={refund} isPaidNow />}
      <ErrorLine words={error ?? refund.error} />
      <View className="deciding__acts">
        <Button kind="soft" onTap={() => setRefusing(true)}>
          东西不对，拒绝
        </Button>
        <Button
          busy={isBusy}
          disabled={goods === null || (!isExchange && estimate === null)}
          onTap={isExchange ? () => void receive() : () => setConfirming(true)}
        >
          {goods === null ? '先看看还能不能卖' : isExchange ? '已收到' : '已收到，退款'}
        </Button>
      </View>
      <RefundConfirm
        afterSale={props.afterSale}
        isOpen={isConfirming}
        estimate={estimate}
        onConfirm={receive}
        onClose={() => setConfirming(false)}
      />
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

type GoodsProps = { goods: ReturnedGoods | null; onChange(goods: ReturnedGoods): void }

/** What becomes of the goods; nothing is chosen where the reason does not tell. */
const GoodsChoice = ({ goods, onChange }: GoodsProps) => (
  <View className="deciding__choice">
    {RETURNED_GOODS.map(([one, words]) => (
      <Choice key={one} isOnCard isSelected={goods === one} onTap={() => onChange(one)}>
        {words}
      </Choice>
    ))}
  </View>
)
