import Taro from '@tarojs/taro'
import { DEVCLOUD_URL, ON_DEVCLOUD } from './build'
import { devcloudPersona } from './identity'
import { mintId } from './ids'
import { sayRefusal } from './refusal'

/** The cloud storage folders that clients may write to. */
export type UploadFolder = 'reviews' | 'evidence' | 'products'

/** Known picture file extensions; files without one are treated as JPEG. */
const IMAGE_EXTENSION = /\.(png|webp|jpe?g)$/i

/**
 * Opens the picture chooser for up to `max` pictures. Returns local paths; none when cancelled or
 * refused, which it says.
 */
export async function choosePictures(max: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: max,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return tempFiles.map((file) => file.tempFilePath).slice(0, max)
  } catch (failure) {
    sayRefusal('chooseMedia', failure)
    return []
  }
}

/** Uploads a picture; returns its `cloud://` file id, `null` when that fails. */
export async function uploadPicture(
  filePath: string,
  folder: UploadFolder,
): Promise<string | null> {
  try {
    return await (ON_DEVCLOUD
      ? uploadToDevcloud(filePath, folder)
      : uploadToCloud(filePath, folder))
  } catch {
    return null
  }
}

async function uploadToCloud(filePath: string, folder: UploadFolder): Promise<string> {
  const extension = IMAGE_EXTENSION.exec(filePath)?.[0].toLowerCase() ?? '.jpg'
  const cloudPath = `${folder}/${mintId()}${extension}`
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
