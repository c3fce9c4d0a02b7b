import { resolve } from 'node:path'
import type { Devcloud } from '@local/devcloud-types'
import { DEVCLOUD_APPID } from '@local/secrets'
import { ADDRESS } from '../builders/shop'
import { type Cloud, openMiniProgram, type RunOptions } from './harness'

/** The output folder of `npm run build:weapp`. */
export const DIST = resolve('dist/weapp')

/** The devcloud as the cloud of a mini program. */
const cloudOnDevcloud = (devcloud: Devcloud): Cloud => ({
  call: (name, data, openid) => devcloud.invoke(name, data, openid),
  pay: (payment) => devcloud.pay({ payment: { ...payment, signType: 'RSA' } }),
})

/** The WeChat address of every test customer. */
const ADDRESS_BOOK_ENTRY = {
  userName: ADDRESS.name,
  telNumber: ADDRESS.phone,
  provinceName: ADDRESS.province,
  cityName: ADDRESS.city,
  countyName: ADDRESS.district,
  detailInfo: ADDRESS.street,
}

/** Opens the compiled shop as a user, against a devcloud and on its clock. */
export const openShopApp = (
  devcloud: Devcloud,
  openid: string,
  options: Partial<RunOptions> = {},
) =>
  openMiniProgram({
    dist: DIST,
    cloud: cloudOnDevcloud(devcloud),
    user: { openid, appid: DEVCLOUD_APPID, address: ADDRESS_BOOK_ENTRY },
    now: () => devcloud.clock.now(),
    ...options,
  })
