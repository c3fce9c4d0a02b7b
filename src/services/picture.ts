import Taro from '@tarojs/taro'
import { DEVCLOUD_URL, IN_WECHAT, ON_DEVCLOUD, PICTURES_URL } from './build'

/** The scheme, environment and bucket at the start of a cloud storage file id. */
const CLOUD_FILE = /^cloud:\/\/[^/]+\//

/**
 * The URL of a picture: `''`, full URLs and files of the package are returned unchanged, a name is
 * looked up among the demo's pictures. In WeChat's cloud those are nowhere unless the build named a
 * place; what the merchant uploads has a file id of its own.
 */
export function pictureUrl(name: string): string {
  if (ON_DEVCLOUD && CLOUD_FILE.test(name))
    return name.replace(CLOUD_FILE, `${DEVCLOUD_URL}/files/`)
  if (name === '' || name.includes('://') || name.startsWith('/')) return name
  return DEMO_PICTURES === null ? '' : `${DEMO_PICTURES}/${name}.webp`
}

const DEMO_PICTURES = demoPictures()

function demoPictures(): string | null {
  if (PICTURES_URL !== '') return PICTURES_URL
  return IN_WECHAT && DEVCLOUD_URL === '' ? null : `${DEVCLOUD_URL}/pictures`
}

/** Shows pictures full-screen, starting with `first`. */
export function showPictures(names: readonly string[], first: string): void {
  const urls = names.map(pictureUrl)
  void Taro.previewImage({ urls, current: pictureUrl(first) })
}
