import type { AddressEntry } from '@core/contract/addresses'
import { useRouter } from '@tarojs/taro'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { decodeQuery } from '@/services/route'
import { AddressFormPage } from './address-form'
import './index.scss'

/** The form of a new address, of one in the book (`id`), or for a placed order (`orderId`). */
export default function AddressPage() {
  const { id } = useRouter().params
  return id ? <KnownAddress id={decodeQuery(id)} /> : <AddressFormPage known={null} />
}

function KnownAddress({ id }: { id: string }) {
  const { value, error, reload } = useLoad(() => callShop('addresses.list', {}), id)
  const known: AddressEntry | undefined = value?.items.find((one) => one.id === id)
  if (known) return <AddressFormPage known={known} />
  return (
    <PageShell title="收货地址">
      {value || error ? (
        <Failure error={error ?? { code: 'NOT_FOUND' }} onRetry={() => void reload()} />
      ) : (
        <RowsSkeleton count={4} />
      )}
    </PageShell>
  )
}
