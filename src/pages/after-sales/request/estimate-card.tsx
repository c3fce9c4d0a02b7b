import type { Estimate } from '@core/contract/after-sales'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { SumRow } from '@/components/sum-row'
import { afterSaleErrorCopy, FREIGHT_POLICY, GIFT_POLICY, refundWayCopy } from '@/copy/after-sales'
import { formatAmount } from '@/copy/numbers'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { pickedLines } from './picks'
import type { RequestFormState } from './use-request'

type Props = {
  orderId: string
  /** The request that is being changed. */
  afterSaleId: string | undefined
  form: RequestFormState
}

/** The estimated refund for the picked pieces, and the refund policies. */
export function EstimateCard(props: Props) {
  const pieces = pickedLines(props.form.picks)
  if (pieces.length === 0) return <PoliciesCard />
  return <EstimateForPicks {...props} />
}

function EstimateForPicks({ orderId, afterSaleId, form }: Props) {
  const lines = pickedLines(form.picks)
  const loaded = useLoad(
    () => callShop('afterSales.estimate', { orderId, afterSaleId, kind: form.kind, lines }),
    `${form.kind}|${JSON.stringify(lines)}`,
  )
  const estimate = loaded.value
  return (
    <Card title="预计退回">
      {estimate && loaded.status === 'ready' && <Sums estimate={estimate} picked={lines.length} />}
      {loaded.status === 'loading' && <Text className="request__note">正在算…</Text>}
      {loaded.status === 'failed' && (
        <Text className="request__error">{afterSaleErrorCopy(loaded.error)}</Text>
      )}
      <PolicyNotes />
    </Card>
  )
}

function Sums({ estimate, picked }: { estimate: Estimate; picked: number }) {
  const { totalFen, freightFen, deductionFen, points, clawPoints, lines } = estimate
  const goodsFen = totalFen - freightFen + deductionFen
  const returnedNote = points > 0 ? `退还抵扣用的 ${points} 积分` : ''
  const clawbackNote = clawPoints > 0 ? `收回这部分得的 ${clawPoints} 积分` : ''
  const extraNote = lines.length > picked ? '随单的赠品或服务一并退' : ''
  return (
    <View>
      <SumRow label="商品" fen={goodsFen} />
      {freightFen > 0 && <SumRow label="运费" fen={freightFen} />}
      {deductionFen > 0 && <SumRow label="赠品留下，按价扣除" fen={-deductionFen} />}
      <SumRow label="退款" fen={totalFen} isTotal />
      {totalFen > 0 && <Text className="request__note">{refundWayCopy(false)}</Text>}
      {[returnedNote, clawbackNote, extraNote].filter(Boolean).map((note) => (
        <Text key={note} className="request__note">
          {note}
        </Text>
      ))}
      {totalFen === 0 && (
        <Text className="request__note">{`这部分当时实付 ${formatAmount(0)}`}</Text>
      )}
    </View>
  )
}

const PoliciesCard = () => (
  <Card title="预计退回">
    <PolicyNotes />
  </Card>
)

const PolicyNotes = () => (
  <View className="request__policies">
    <Text className="request__note">{`运费：${FREIGHT_POLICY}。`}</Text>
    <Text className="request__note">{`赠品：${GIFT_POLICY}。`}</Text>
  </View>
)
