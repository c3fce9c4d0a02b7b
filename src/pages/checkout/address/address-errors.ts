import type { Address } from '@core/domain/orders/order'

/** What is wrong with each field of an address as typed; nothing wrong, no field. */
export type AddressErrors = Partial<Record<keyof Address, string>>

/** Checks an address as the cloud will, so that a mistake is told beside its field. */
export function addressErrors(form: Partial<Address>): AddressErrors {
  const faults: AddressErrors = {}
  if (!form.name?.trim()) faults.name = '写上收货人的名字'
  if (!/^1\d{10}$/.test(form.phone ?? '')) faults.phone = '手机号是 1 开头的 11 位数字'
  if (!form.province?.trim() || !form.city?.trim()) faults.province = '选好省和市'
  if (!form.street?.trim()) faults.street = '写上街道和门牌号'
  return faults
}

/** The form as an address, blanks around its texts dropped. Call it when nothing is wrong. */
export const toAddress = (form: Partial<Address>): Address => ({
  name: (form.name ?? '').trim(),
  phone: form.phone ?? '',
  province: (form.province ?? '').trim(),
  city: (form.city ?? '').trim(),
  district: (form.district ?? '').trim(),
  street: (form.street ?? '').trim(),
})
