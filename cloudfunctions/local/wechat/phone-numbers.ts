import type { Clock } from '@local/ports'
import type { DevcloudRecords } from '@local/records'
import { DEVCLOUD_APPID } from '@local/secrets'

/**
 * A code of the local cloud contains the phone number; a suffix makes another code for it.
 */
const CODE = /^devcloud-(\d{11})(-[\w-]{1,32})?$/

/** `phonenumber.getPhoneNumber`: a code is good once, as WeChat's are. */
export const createPhoneNumbers =
  (records: DevcloudRecords, clock: Clock) =>
  ({ code }: Record<string, unknown>): Record<string, unknown> => {
    const number = typeof code === 'string' ? CODE.exec(code)?.[1] : undefined
    if (typeof code !== 'string' || number === undefined) {
      return { errcode: 40029, errmsg: 'invalid code' }
    }
    if (records.get('phone-code', code)) return { errcode: 40163, errmsg: 'code been used' }
    records.put('phone-code', code, true)
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: number,
        purePhoneNumber: number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(clock.now() / 1000), appid: DEVCLOUD_APPID },
      },
    }
  }
