import { CloudError } from '@local/ports'

import type { Answer } from './database-actions'
import type { FileStorage } from './storage'

/** The fields of the SDK's storage requests. */
export type StorageRequest = {
  action: string
  path?: string
  file_list?: { fileid: string }[]
  fileid_list?: string[]
}

/** `deleteFile` and `getTempFileURL` take no more files at once (their documentation says so). */
const FILES_MAX = 50

/** Upload, download and deletion as the SDK asks for them. */
export async function runStorageAction(
  storage: FileStorage,
  request: StorageRequest,
  origin: string,
): Promise<Answer> {
  switch (request.action) {
    case 'storage.getUploadMetadata':
      return { data: storage.uploadMetadata(request.path ?? '', origin) }
    case 'storage.batchGetDownloadUrl': {
      const ids = bounded((request.file_list ?? []).map(({ fileid }) => fileid))
      return { data: { download_list: storage.downloadUrls(ids, origin) } }
    }
    case 'storage.batchDeleteFile':
      return { data: { delete_list: await storage.remove(bounded(request.fileid_list ?? [])) } }
    default:
      throw new CloudError('INVALID_PARAM', `unknown action ${request.action}`)
  }
}

/** Nothing is done for the first 50 when there are more. */
function bounded(ids: string[]): string[] {
  if (ids.length <= FILES_MAX) return ids
  throw new CloudError(
    'INVALID_PARAM',
    `${ids.length} files are more than the ${FILES_MAX} that one call takes`,
  )
}
