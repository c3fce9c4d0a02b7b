import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import type { ActionProps } from './action-props'
import { ErrorLine } from './error-line'
import { RefundChoices } from './refund-choices'
import { RefundConfirm } from './refund-confirm'
import { useAfterSaleAction } from './use-after-sale-action'
import { useRefundChoice } from './use-refund-choice'

const USUAL = ['商品已使用，影响二次销售', '超出退换范围', '凭证看不清，请补充后再申请'] as const

/** Agree to the amount that is shown, or refuse with a reason. */
export function RequestDecision(props: ActionProps) {
  const { afterSale } = props
  const { id: afterSaleId, version: seenVersion, kind } = afterSale
  const which = { afterSaleId, seenVersion }
  const refund = useRefundChoice(afterSale)
  const [isRefusing, setRefusing] = useState(false)
  const [isConfirming, setConfirming] = useState(false)
  const { isBusy, error, act } = useAfterSaleAction(props)
  const isMoney = kind === 'refund'
  const { choice, estimate } = refund

  const agree = async () => {
    const expected = isMoney && estimate ? { expectedFen: estimate.totalFen } : {}
    const refusal = await act(
      () => callAdmin('afterSales.agree', { ...which, ...choice, ...expected }),
      () => (isMoney ? '已同意，钱正在退' : '已同意，等顾客寄回'),
    )
    if (refusal !== undefined && kind !== 'exchange') await refund.change({})
  }
  const refuse = async (refusal: string) => {
    const words = await act(
      () => callAdmin('afterSales.refuse', { ...which, refusal }),
      () => '已拒绝，理由会给顾客看到',
    )
    if (words === undefined) setRefusing(false)
    return words
  }

  return (
    <Card title="处理">
      {kind !== 'exchange' && (
        <RefundChoices afterSale={afterSale} refund={refund} isPaidNow={isMoney} />
      )}
      <ErrorLine words={error ?? refund.error} />
      <View className="deciding__acts">
        <Button kind="soft" onTap={() => setRefusing(true)}>
          拒绝
        </Button>
        <Button
          busy={isBusy}
          disabled={kind !== 'exchange' && estimate === null}
          onTap={isMoney ? () => setConfirming(true) : () => void agree()}
        >
          {isMoney ? '同意退款' : '同意，请顾客寄回'}
        </Button>
      </View>
      <RefundConfirm
        afterSale={afterSale}
        isOpen={isConfirming}
        estimate={estimate}
        onConfirm={agree}
        onClose={() => setConfirming(false)}
      />
      {isRefusing && (
        <TextSheet
          title="为什么拒绝"
          action="拒绝"
          placeholder="写给顾客看，说清楚原因和还能怎么办"
          max={AFTER_SALE_WORDS_MAX}
          suggestions={USUAL}
          onSend={refuse}
          onClose={() => setRefusing(false)}
        />
      )}
    </Card>
  )
}
