import type { Address } from '@core/domain/addresses/address'
import { NAME_MAX, STREET_MAX } from '@core/kernel/limits'
import { mobileOf } from '@core/kernel/phone'
import { provinceNamed } from '@core/kernel/provinces'
import { nameFault, type TextFault, tidyLine } from '@core/kernel/readable-text'

/** The form while it is filled in. */
export type AddressForm = Partial<Address>

/** Validation errors by field; empty when the address is valid. */
export type AddressErrors = Partial<Record<keyof Address, string>>

/** Why an address was not taken: beside its fields, or above them all. */
export type Refusal = { errors: AddressErrors } | { note: string }

/**
 * The same checks as in the cloud, so that errors appear beside their fields. An address that is
 * changed keeps its phone number when none is written.
 */
export function addressErrors(form: AddressForm, hasPhone = false): AddressErrors {
  const { name = '', phone = '', province = '', city = '', street = '' } = form
  const errors: AddressErrors = {}
  const nameError = textError(name, { max: NAME_MAX, empty: '写上收货人的名字' })
  if (nameError) errors.name = nameError
  const keepsPhone = hasPhone && phone.trim() === ''
  if (!keepsPhone && mobileOf(phone) === null) errors.phone = '手机号是 1 开头的 11 位数字'
  if (!province.trim() || !city.trim()) errors.province = '选好省和市'
  else if (provinceNamed(province) === null) errors.province = '没有这个省份，请从列表里选'
  const streetError = textError(street, { max: STREET_MAX, empty: '写上街道和门牌号' })
  if (streetError) errors.street = streetError
  return errors
}

const FAULTS: Record<TextFault, string> = {
  CONTROL: '有看不见的控制符，删掉重写一次',
  BIDI: '有改变文字方向的符号，删掉重写一次',
  SURROGATE: '有不完整的字符，删掉重写一次',
  NOTHING_VISIBLE: '写上看得见的文字',
  NO_LETTER: '至少写一个字',
}

function textError(text: string, { max, empty }: { max: number; empty: string }): string | null {
  const tidy = tidyLine(text)
  if (tidy === '') return empty
  if (tidy.length > max) return `最多 ${max} 个字`
  const fault = nameFault(tidy)
  return fault === null ? null : FAULTS[fault]
}

/** The form as the cloud takes it. Call it only when there are no errors. */
export function toAddress(form: AddressForm): Omit<Address, 'phone'> & { phone?: string } {
  const phone = mobileOf(form.phone ?? '')
  return {
    name: tidyLine(form.name ?? ''),
    ...(phone !== null && { phone }),
    province: provinceNamed(form.province ?? '') ?? '',
    city: tidyLine(form.city ?? ''),
    district: tidyLine(form.district ?? ''),
    street: tidyLine(form.street ?? ''),
  }
}
