import type { AddressBook, AddressEntry } from '@core/contract/addresses'
import type { SealedAddress } from '@core/data/addresses/documents'
import type { Vault } from '@core/data/vault'
import { maskPhone } from '@core/kernel/masking'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import { ADDRESS_BOUND } from '@core/operations/allowances'

const UNREADABLE = {
  ...{ name: '', phone: '', province: '', city: '', district: '', street: '' },
  isUnreadable: true,
} as const

/** The book as its owner sees it; the first address is the default one. */
export const addressBook = (vault: Vault, addresses: readonly SealedAddress[]): AddressBook => ({
  items: addresses.map(({ id, sealed }, at): AddressEntry => {
    const address = unsealAddress(vault, sealed)
    if (!address.ok) return { id, isDefault: at === 0, ...UNREADABLE }
    const { name, phone, province, city, district, street } = address.value
    const texts = { name, phone: maskPhone(phone), province, city, district, street }
    return { id, isDefault: at === 0, ...texts }
  }),
  max: ADDRESS_BOUND.most,
})
