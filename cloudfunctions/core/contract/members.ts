/** An address as it is shown: the phone number masked. */
export type AddressView = { name: string; phone: string; region: string; street: string }
