import { CLOUD_ENV, DESK_URL, IN_WECHAT, PICTURES_URL } from './build'

/** A picture is kept as a name; this is where its file lies. `''` and full addresses stay. */
export function pictureUrl(name: string): string {
  if (name === '' || name.includes('://') || name.startsWith('/')) return name
  return `${picturesAt}/${name}.webp`
}

const picturesAt = pictureRoot()

function pictureRoot(): string {
  if (PICTURES_URL !== '') return PICTURES_URL
  if (!IN_WECHAT || DESK_URL !== '') return `${DESK_URL}/pictures`
  return `cloud://${CLOUD_ENV}/pictures`
}
