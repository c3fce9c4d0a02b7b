import type { Address } from '@core/domain/orders/order'

/** Validation errors by field; empty when the address is valid. */
export type AddressErrors = Partial<Record<keyof Address, string>>

/** The same checks as in the cloud, so that errors appear beside their fields. */
export function addressErrors(form: Partial<Address>): AddressErrors {
  const errors: AddressErrors = {}
  if (!form.name?.trim()) errors.name = '写上收货人的名字'
  if (!/^1\d{10}$/.test(form.phone ?? '')) errors.phone = '手机号是 1 开头的 11 位数字'
  if (!form.province?.trim() || !form.city?.trim()) errors.province = '选好省和市'
  if (!form.street?.trim()) errors.street = '写上街道和门牌号'
  return errors
}

/** The form as a trimmed address. Call it only when there are no errors. */
export const toAddress = (form: Partial<Address>): Address => ({
  name: (form.name ?? '').trim(),
  phone: form.phone ?? '',
  province: (form.province ?? '').trim(),
  city: (form.city ?? '').trim(),
  district: (form.district ?? '').trim(),
  street: (form.street ?? '').trim(),
})
