import type { AddressView } from '@core/contract/members'
import type { Sealed } from '@core/data/documents'
import type { Unreadable, Vault } from '@core/data/vault'
import type { Address } from '@core/domain/addresses/address'
import { maskPhone } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'

const FIELDS = ['name', 'phone', 'province', 'city', 'district', 'street'] as const

/** The address in a sealed value; `UNREADABLE` also for a value that is no address. */
export function unsealAddress(vault: Vault, sealed: Sealed): Result<Address, Unreadable> {
  const opened = vault.open<Partial<Address> | null>(sealed)
  if (!opened.ok) return opened
  const isAddress = FIELDS.every((field) => typeof opened.value?.[field] === 'string')
  return isAddress ? ok(opened.value as Address) : fail({ code: 'UNREADABLE' })
}

/** An address with a masked phone number; its owner sees it masked as well. */
const addressView = ({ name, phone, province, city, district, street }: Address): AddressView => ({
  name,
  phone: maskPhone(phone),
  region: [...new Set([province, city, district])].filter(Boolean).join(' '),
  street,
})

const UNREADABLE_ADDRESS = {
  name: '',
  phone: '',
  region: '',
  street: '',
  isUnreadable: true,
} as const satisfies AddressView

/** The view of a sealed address, which may be unreadable; `null` without one. */
export function openAddress(vault: Vault, sealed: Sealed | undefined): AddressView | null {
  if (sealed === undefined) return null
  const address = unsealAddress(vault, sealed)
  return address.ok ? addressView(address.value) : UNREADABLE_ADDRESS
}
