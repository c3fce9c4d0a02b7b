import { type AddressesContract, addressInput, saveAddressInput } from '@core/contract/addresses'
import { noInput } from '@core/contract/primitives'
import { ADDRESSES_COLLECTIONS } from '@core/data/addresses/collections'
import { ADDRESSES_SEALED } from '@core/data/addresses/sealed'
import { type Area, shopOperations } from '@core/operations/area'
import { listAddresses, removeAddress, saveAddress, setDefaultAddress } from './address-book'

export const addressesArea: Area = {
  name: 'addresses',
  shop: shopOperations<AddressesContract>({
    'addresses.list': { input: noInput, run: listAddresses },
    'addresses.save': { input: saveAddressInput, run: saveAddress },
    'addresses.remove': { input: addressInput, run: removeAddress },
    'addresses.setDefault': { input: addressInput, run: setDefaultAddress },
  }),
  collections: ADDRESSES_COLLECTIONS,
  sealed: ADDRESSES_SEALED,
}
