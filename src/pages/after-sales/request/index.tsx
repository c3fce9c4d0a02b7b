import type { AfterSaleOptions, AfterSaleView } from '@core/contract/after-sales'
import type { NotFound } from '@core/contract/errors'
import { canChangeRequest } from '@core/domain/after-sales/after-sale'
import { ok, type Result } from '@core/kernel/result'
import { useRouter } from '@tarojs/taro'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { type CallFailure, callShop } from '@/services/call'
import { decodeQuery, go } from '@/services/route'
import { RequestForm } from './request-form'
import './index.scss'

/** The page of a new after-sale request, or of one that is being changed. */
export default function RequestPage() {
  const { orderId: rawOrderId = '', line = '', change = '' } = useRouter().params
  const orderId = decodeQuery(rawOrderId)
  const afterSaleId = decodeQuery(change) || undefined
  const loaded = useLoad(() => readRequest(orderId, afterSaleId), `${orderId} ${change}`)
  const { options, changed } = loaded.value ?? {}
  const canRequest = options?.lines.some(({ askable }) => askable > 0) === true
  if (options && changed && !canChangeRequest(changed)) return <TooLate id={changed.id} />
  if (options && canRequest) {
    return (
      <RequestForm
        orderId={orderId}
        options={options}
        lineKey={decodeQuery(line) || null}
        changed={changed ?? null}
      />
    )
  }
  return (
    <PageShell title={afterSaleId ? '修改申请' : '申请售后'}>
      {options && (
        <Empty
          picture="gift"
          title="这一单不能申请售后了"
          note="可能已经申请过，或售后期已过；有话可以跟客服说"
          action="给客服留言"
          onAction={() => go.writeTicket({ kind: 'order', id: orderId, title: '' })}
        />
      )}
      {!options && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!options && loaded.status === 'failed' && (
        <Failure of="个订单" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}

type Asked = { options: AfterSaleOptions; changed: AfterSaleView | null }

/** What can be asked for, and what is asked for in the request that is being changed. */
async function readRequest(
  orderId: string,
  afterSaleId: string | undefined,
): Promise<Result<Asked, NotFound | CallFailure>> {
  const [options, request] = await Promise.all([
    callShop('afterSales.options', { orderId, afterSaleId }),
    afterSaleId === undefined ? null : callShop('afterSales.show', { afterSaleId }),
  ])
  if (!options.ok) return options
  if (request === null) return ok({ options: options.value, changed: null })
  return request.ok ? ok({ options: options.value, changed: request.value }) : request
}

/** The shop has decided before the request was changed. */
const TooLate = ({ id }: { id: string }) => (
  <PageShell title="修改申请">
    <Empty
      picture="gift"
      title="店家已经处理了"
      note="处理过的申请不能再改，看看结果"
      action="看售后进度"
      onAction={() => go.replaceWithAfterSale(id)}
    />
  </PageShell>
)
