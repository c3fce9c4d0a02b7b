import type { AddressBook, AddressEntry } from '@core/contract/addresses'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { AddressRow } from './address-row'
import './index.scss'

/** The address book; opened from the checkout (`use`), a tap chooses an address for the order. */
export default function Addresses() {
  const isForOrder = useRouter().params['use'] === '1'
  const { value: book, error, reload, replace } = useLoad(() => callShop('addresses.list', {}), '')
  // An address may have been added or changed on the form's page.
  useShownAgain(() => void reload())
  const add = () => (isForOrder ? go.replaceWithAddressForm() : go.address())
  const isFull = book !== null && book.items.length >= book.max
  return (
    <PageShell
      title="收货地址"
      foot={
        book &&
        book.items.length > 0 && (
          <Button wide disabled={isFull} onTap={add}>
            {isFull ? `最多存 ${book.max} 个地址` : '新增地址'}
          </Button>
        )
      }
    >
      {book && <Book book={book} isForOrder={isForOrder} onChanged={replace} onAdd={add} />}
      {!book && error && <Failure error={error} onRetry={() => void reload()} />}
      {!book && !error && <RowsSkeleton count={3} />}
    </PageShell>
  )
}

type BookProps = {
  book: AddressBook
  isForOrder: boolean
  onChanged(book: AddressBook): void
  onAdd(): void
}

function Book({ book, isForOrder, onChanged, onAdd }: BookProps) {
  const [removing, setRemoving] = useState<AddressEntry | null>(null)
  const change = async (operation: 'addresses.remove' | 'addresses.setDefault', id: string) => {
    const answer = await callShop(operation, { addressId: id })
    if (answer.ok) onChanged(answer.value)
    else toast(failureLine(answer.error))
  }
  const choose = (id: string) => {
    shop.getState().chooseAddress(id)
    go.back()
  }
  if (book.items.length === 0) {
    return (
      <Empty
        picture="basket"
        title="还没有收货地址"
        note="存一个，下单时不用再填"
        action="新增地址"
        onAction={onAdd}
      />
    )
  }
  return (
    <>
      {book.items.map((entry) => (
        <AddressRow
          key={entry.id}
          entry={entry}
          onChoose={isForOrder && !entry.isUnreadable ? () => choose(entry.id) : undefined}
          onDefault={() => void change('addresses.setDefault', entry.id)}
          onEdit={() => go.address(entry.id)}
          onRemove={() => setRemoving(entry)}
        />
      ))}
      <Confirm
        isOpen={removing !== null}
        title="删除这个地址？"
        note={removing ? `${removing.name} ${removing.street}` : ''}
        action="删除"
        onConfirm={async () => {
          if (removing) await change('addresses.remove', removing.id)
          setRemoving(null)
        }}
        onClose={() => setRemoving(null)}
      />
    </>
  )
}
