import Taro from '@tarojs/taro'
import { CLOUD_ENV, DEVCLOUD_URL, IN_WECHAT, ON_DEVCLOUD, PICTURES_URL } from './build'

/** The scheme and environment at the start of a cloud storage file id. */
const CLOUD_FILE = /^cloud:\/\/[^/]+\//

/** The URL of a picture by its name; `''` and full URLs are returned unchanged. */
export function pictureUrl(name: string): string {
  if (ON_DEVCLOUD && CLOUD_FILE.test(name))
    return name.replace(CLOUD_FILE, `${DEVCLOUD_URL}/files/`)
  if (name === '' || name.includes('://') || name.startsWith('/')) return name
  return `${PICTURE_ROOT}/${name}.webp`
}

const PICTURE_ROOT = resolvePictureRoot()

function resolvePictureRoot(): string {
  if (PICTURES_URL !== '') return PICTURES_URL
  if (!IN_WECHAT || DEVCLOUD_URL !== '') return `${DEVCLOUD_URL}/pictures`
  return `cloud://${CLOUD_ENV}/pictures`
}

/** Shows pictures full-screen, starting with `first`. */
export function showPictures(names: readonly string[], first: string): void {
  const urls = names.map(pictureUrl)
  void Taro.previewImage({ urls, current: pictureUrl(first) })
}
