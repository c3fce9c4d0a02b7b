import { IN_WECHAT, ON_DEVCLOUD } from './build'
import { readStored } from './storage'

/** Who a devcloud takes us for when nobody was chosen. */
const DEFAULT_PERSONA = 'oDemo-linwan'
/** Under this name the devcloud's persona switch leaves its choice, as plain text. */
const PERSONA_KEY = 'devcloud.openid'

/** The WeChat user that a devcloud shall take this phone for. In WeChat's cloud nobody can choose. */
export function devcloudPersona(): string {
  const chosen = IN_WECHAT ? readStored(PERSONA_KEY) : window.localStorage.getItem(PERSONA_KEY)
  return typeof chosen === 'string' && chosen !== '' ? chosen : DEFAULT_PERSONA
}

/** Keeps what is stored of one persona apart from another's. */
export const storageOwner = (): string => (ON_DEVCLOUD ? devcloudPersona() : 'me')
