import { ON_DEVCLOUD } from './build'
import { mintId } from './ids'

/** Avatars need WeChat's cloud storage; the devcloud does not store them. */
export const CAN_CHOOSE_AVATAR = !ON_DEVCLOUD

/** Uploads a picture and returns its file id; `null` when that fails. */
export async function uploadAvatar(filePath: string): Promise<string | null> {
  try {
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: `avatars/${mintId()}.png`, filePath })
    return fileID
  } catch {
    return null
  }
}
