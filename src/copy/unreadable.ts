/** Stands for an address that is stored but cannot be decrypted. */
export const UNREADABLE_ADDRESS_COPY = '收货信息无法读取'

/** Stands for a phone number that is stored but cannot be decrypted. */
export const UNREADABLE_PHONE_COPY = '电话无法读取'
