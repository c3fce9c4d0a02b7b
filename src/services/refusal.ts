import { toast } from './toast'
import { OPEN_TYPES, REFUSABLE_APIS, type RefusableApi, type RefusalCopy } from './wechat-apis'

/** Why WeChat did not do what was asked. */
export type Refusal = 'cancelled' | 'privacyNow' | 'privacy' | 'permission' | 'failed'

/** An ability whose refusal has words. */
type Refusable = RefusableApi | 'chooseAvatar'

/** WeChat does not ask again within 10 seconds of a refusal of the privacy guide (docs, 104). */
const PRIVACY_NOW = 104
/** The privacy guide was refused, or does not name the ability (docs, 103 and 112). */
const PRIVACY = [103, 112]

/** The person or the phone's settings keep WeChat from it; not that the shop lacks a right. */
const PERMISSION = /\bauth(?:orize)?\b|denied|deny/

/** Reads WeChat's error of a call or of a button's event. */
export function refusalOf(failure: unknown): Refusal {
  const { errMsg = '', errno } = (failure ?? {}) as { errMsg?: string; errno?: number }
  const said = errMsg.toLowerCase()
  if (errno === PRIVACY_NOW || said.includes('in quick time')) return 'privacyNow'
  if (PRIVACY.includes(errno ?? 0) || said.includes('privacy')) return 'privacy'
  if (said.includes('cancel')) return 'cancelled'
  return PERMISSION.test(said) ? 'permission' : 'failed'
}

const copyOf = (ability: Refusable): RefusalCopy =>
  ability === 'chooseAvatar' ? OPEN_TYPES.chooseAvatar.refused : REFUSABLE_APIS[ability].refused

/** What is said of a refusal: the reason and the other way; `null` when the person cancelled. */
export function refusalCopy(ability: Refusable, refusal: Refusal): string | null {
  const { failed, instead } = copyOf(ability)
  switch (refusal) {
    case 'cancelled':
      return null
    case 'privacyNow':
      return `刚才没有同意隐私指引，${instead}；过 10 秒再点会再问`
    case 'privacy':
      return `没有同意隐私指引，${instead}`
    case 'permission':
      return `没有给微信这项权限，${instead}`
    case 'failed':
      return `${failed}，${instead}`
  }
}

/** Says why WeChat did not do what was asked, and the other way; nothing when it was cancelled. */
export function sayRefusal(ability: Refusable, failure: unknown): void {
  const copy = refusalCopy(ability, refusalOf(failure))
  if (copy !== null) toast(copy)
}
