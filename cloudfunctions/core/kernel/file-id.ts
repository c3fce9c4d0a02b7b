/**
 * A file of cloud storage: `cloud://<environment>.<bucket>/<path>` (WeChat docs, storage/api). The
 * path has no empty part and none that begins with a dot, so it cannot leave its folder.
 */
const FILE_ID = /^cloud:\/\/[\w-]+\.[\w-]+(\/[\w-][\w.-]*)+$/

/** Whether a text is the id of a file in cloud storage. */
export const isFileId = (text: string): boolean => FILE_ID.test(text)

/** Whether a text claims to be in cloud storage and cannot be. */
export const isBrokenFileId = (text: string): boolean => /^cloud:/i.test(text) && !isFileId(text)
