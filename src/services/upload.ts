import Taro from '@tarojs/taro'
import { DEVCLOUD_URL, ON_DEVCLOUD } from './build'
import { devcloudPersona } from './identity'
import { mintId } from './ids'

/** The folders of the shop's cloud storage that a phone may add to. */
export type UploadFolder = 'reviews' | 'evidence' | 'products'

/** An ending by which the phone's album names pictures; what has none is a photograph. */
const IMAGE_EXTENSION = /\.(png|webp|jpe?g)$/i

/**
 * Lets somebody choose pictures, `most` at most. Answers their places on the phone; none when
 * they changed their mind.
 */
export async function choosePictures(most: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return tempFiles.map((file) => file.tempFilePath).slice(0, most)
  } catch {
    return []
  }
}

/** Keeps a picture in the shop's cloud storage; its `cloud://` address, `null` when that fails. */
export async function uploadPicture(
  filePath: string,
  folder: UploadFolder,
): Promise<string | null> {
  try {
    return await (ON_DEVCLOUD ? uploadToDevcloud(filePath, folder) : uploadToCloud(filePath, folder))
  } catch {
    return null
  }
}

async function uploadToCloud(filePath: string, folder: UploadFolder): Promise<string> {
  const ending = IMAGE_EXTENSION.exec(filePath)?.[0].toLowerCase() ?? '.jpg'
  const cloudPath = `${folder}/${mintId()}${ending}`
  return (await wx.cloud.uploadFile({ cloudPath, filePath })).fileID
}

async function uploadToDevcloud(filePath: string, folder: UploadFolder): Promise<string | null> {
  const { statusCode, data } = await Taro.uploadFile({
    url: `${DEVCLOUD_URL}/devcloud/files`,
    filePath,
    name: 'file',
    formData: { folder },
    header: { 'x-wx-openid': devcloudPersona() },
  })
  return statusCode === 200 ? (JSON.parse(data) as { fileID: string }).fileID : null
}
