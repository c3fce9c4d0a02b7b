import { resolve } from 'node:path'
import type { Devcloud } from '@local/devcloud'
import { DEVCLOUD_APPID } from '@local/secrets'
import { ADDRESS } from '../builders/shop'
import { type Cloud, openMiniProgram, type RunOptions } from './harness'

/** Where `npm run build:weapp` puts the mini program. */
export const DIST = resolve('dist/weapp')

/** A devcloud as the cloud behind a mini program. */
const cloudOnDevcloud = (devcloud: Devcloud): Cloud => ({
  call: (name, data, openid) => devcloud.invoke(name, data, openid),
  pay: (payment) => devcloud.pay({ payment: { ...payment, signType: 'RSA' } }),
})

/** The address in the WeChat book of every test customer. */
const ADDRESS_BOOK_ENTRY = {
  userName: ADDRESS.name,
  telNumber: ADDRESS.phone,
  provinceName: ADDRESS.province,
  cityName: ADDRESS.city,
  countyName: ADDRESS.district,
  detailInfo: ADDRESS.street,
}

/** Opens the compiled shop on somebody's phone, against a devcloud and on its clock. */
export const openShopApp = (devcloud: Devcloud, openid: string, options: Partial<RunOptions> = {}) =>
  openMiniProgram({
    dist: DIST,
    cloud: cloudOnDevcloud(devcloud),
    user: { openid, appid: DEVCLOUD_APPID, address: ADDRESS_BOOK_ENTRY },
    now: () => devcloud.clock.now(),
    ...options,
  })
