import { IN_WECHAT, ON_DEVCLOUD } from './build'
import { readStored } from './storage'

/** The devcloud's user when none was chosen. */
const DEFAULT_PERSONA = 'oDemo-linwan'
/** Storage key in which the devcloud's persona switch saves the openid as plain text. */
const PERSONA_KEY = 'devcloud.openid'

/** The openid sent to the devcloud; WeChat's cloud identifies the user itself. */
export function devcloudPersona(): string {
  const chosen = IN_WECHAT ? readStored(PERSONA_KEY) : window.localStorage.getItem(PERSONA_KEY)
  return typeof chosen === 'string' && chosen !== '' ? chosen : DEFAULT_PERSONA
}

/** Separates the stored data of the devcloud's personas. */
export const storageOwner = (): string => (ON_DEVCLOUD ? devcloudPersona() : 'me')
