import { resolve } from 'node:path'
import type { Desk } from '@local/desk'
import { DESK_APPID } from '@local/secrets'
import { ADDRESS } from '../builders/shop'
import { type Cloud, openMiniProgram, type RunOptions } from './harness'

/** Where `npm run build:weapp` puts the mini program. */
export const DIST = resolve('dist/weapp')

/** A desk as the cloud behind a mini program. */
const cloudOf = (desk: Desk): Cloud => ({
  call: (name, data, openid) => desk.invoke(name, data, openid),
  pay: (payment) => desk.pay({ payment: { ...payment, signType: 'RSA' } }),
})

/** The address in the WeChat book of every test customer. */
const BOOK = {
  userName: ADDRESS.name,
  telNumber: ADDRESS.phone,
  provinceName: ADDRESS.province,
  cityName: ADDRESS.city,
  countyName: ADDRESS.district,
  detailInfo: ADDRESS.street,
}

/** Opens the compiled shop on somebody's phone, against a desk and on its clock. */
export const openPhone = (desk: Desk, openid: string, options: Partial<RunOptions> = {}) =>
  openMiniProgram({
    dist: DIST,
    cloud: cloudOf(desk),
    person: { openid, appid: DESK_APPID, address: BOOK },
    now: () => desk.clock.now(),
    ...options,
  })
