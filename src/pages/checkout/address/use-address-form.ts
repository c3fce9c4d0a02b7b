import type { AddressEntry, SaveAddressInput } from '@core/contract/addresses'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { shop, useShop } from '@/stores/shop'
import {
  type AddressErrors,
  type AddressForm,
  addressErrors,
  type Refusal,
  toAddress,
} from './address-errors'
import { moveOrder } from './move-order'

type Saving = {
  isDefault: boolean
  isForOrder: boolean
  /** A placed order that is to go there; the book stays as it is. */
  movedOrderId: string | undefined
}

/**
 * The form's fields, its errors and its saving. A new address is persisted as it is typed; its id
 * is minted once, so that a retry saves the same address.
 */
export function useAddressForm(known: AddressEntry | null) {
  const typed = useShop((state) => state.addressForm)
  const [changed, setChanged] = useState<AddressForm>(() => (known ? fieldsOf(known) : {}))
  const [id] = useState(() => known?.id ?? mintId())
  const [errors, setErrors] = useState<AddressErrors>({})
  const [note, setNote] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const form = known ? changed : typed
  const change = (fields: AddressForm) => {
    if (known) setChanged((before) => ({ ...before, ...fields }))
    else shop.getState().setAddressForm(fields)
  }

  const save = async ({ isDefault, isForOrder, movedOrderId }: Saving) => {
    const found = addressErrors(form, known !== null)
    setErrors(found)
    if (isBusy || Object.keys(found).length > 0) return
    setBusy(true)
    setNote(null)
    const address = toAddress(form)
    const refusal =
      movedOrderId === undefined
        ? await saveInBook({ addressId: id, address, isDefault })
        : await moveOrder(movedOrderId, address)
    setBusy(false)
    if (refusal) {
      if ('errors' in refusal) setErrors(refusal.errors)
      else setNote(refusal.note)
      return
    }
    if (!known) shop.getState().clearAddressForm()
    if (isForOrder) shop.getState().chooseAddress(id)
    go.back()
  }
  return { form, change, errors, note, isBusy, save }
}

async function saveInBook(input: SaveAddressInput): Promise<Refusal | null> {
  const answer = await callShop('addresses.save', input)
  if (answer.ok) return null
  switch (answer.error.code) {
    case 'PHONE_NEEDED':
      return { errors: { phone: '写上手机号' } }
    case 'INVALID_INPUT':
      return { note: '有一项没填对，请逐项看一下' }
    default:
      return { note: failureLine(answer.error) }
  }
}

/** Without the phone number, which is masked. */
const fieldsOf = ({ name, province, city, district, street }: AddressEntry): AddressForm => ({
  name,
  province,
  city,
  district,
  street,
})
