import { randomUUID } from 'node:crypto'
import { readBody } from '@local/gateway/body'
import { FileStorage } from '@local/gateway/storage'
import { type DevcloudRequest, HttpError, json, type Reply } from './reply'

const FOLDER = /^[a-z-]{1,20}$/

/** The kind of a picture by its first bytes: a name proves nothing. */
const endingOf = (bytes: Buffer): string | undefined => {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG\r\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : undefined
}

/** `POST /devcloud/files`: what `wx.cloud.uploadFile` does, for a browser. Pictures alone. */
export const uploadRoute = (filesFolder: string) => {
  const storage = new FileStorage(filesFolder)
  return async ({ method, path, raw }: DevcloudRequest): Promise<Reply | undefined> => {
    if (path !== '/devcloud/files' || method !== 'POST') return undefined
    const body = await readBody(raw)
    const parts = body.kind === 'form' ? body.parts : new Map<string, Buffer>()
    const [file, folder = ''] = [parts.get('file'), parts.get('folder')?.toString()]
    if (!file || !FOLDER.test(folder)) {
      throw new HttpError(400, 'BAD_FORM', 'the form needs a file and the name of a folder')
    }
    const ending = endingOf(file)
    if (!ending) throw new HttpError(415, 'NO_PICTURE', 'the file must be a PNG, JPEG or WebP')
    return json({ fileID: await storage.keep(`${folder}/${randomUUID()}.${ending}`, file) })
  }
}
