import type { Address } from '@core/domain/addresses/address'
import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'
import { sayRefusal } from './refusal'

/** Whether WeChat's address book is available. */
export const CAN_CHOOSE_ADDRESS = IN_WECHAT

/** Lets the customer choose from WeChat's address book; `null` when they did not or could not. */
export async function chooseWechatAddress(): Promise<Address | null> {
  try {
    const chosen = await Taro.chooseAddress()
    return {
      name: chosen.userName,
      phone: chosen.telNumber,
      province: chosen.provinceName,
      city: chosen.cityName,
      district: chosen.countyName,
      street: chosen.detailInfo,
    }
  } catch (failure) {
    sayRefusal('chooseAddress', failure)
    return null
  }
}
