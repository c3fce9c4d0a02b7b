/** An address as it is shown: the phone number masked. */
export type AddressView = {
  name: string
  phone: string
  region: string
  street: string
  /** There is an address, but its key is lost or its ciphertext damaged: the texts are empty. */
  isUnreadable?: true
}
