import { ON_DEVCLOUD } from './build'
import { mintId } from './ids'

/** WeChat's cloud can keep a picture; a devcloud has no room for one. */
export const CAN_CHOOSE_AVATAR = !ON_DEVCLOUD

/** Keeps a chosen picture in the cloud and answers its address; `null` when that fails. */
export async function uploadAvatar(filePath: string): Promise<string | null> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: `avatars/${mintId()}.png`, filePath })
    return fileID
  } catch {
    return null
  }
}
