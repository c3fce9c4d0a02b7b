/** Where a parcel goes. */
export type Address = {
  name: string
  phone: string
  province: string
  city: string
  district: string
  street: string
}
