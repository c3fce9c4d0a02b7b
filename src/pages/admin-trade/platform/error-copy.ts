import type { SavePlatformError } from '@core/contract/platform'
import { failureLine } from '@/copy/failures'
import { errorReason } from '@/pages/admin/form/error-copy'
import type { CallFailure } from '@/services/call'

/** What is wrong with the form: in all, and by the path of each field. */
export type PlatformIssue = { line: string; fields: Readonly<Record<string, string>> }

const REASONS = {
  UNKNOWN_FIELD: '这条消息里没有这一项',
  SAME_KEY: '和上面的关键词重了',
  NO_KEYS: '至少要填一个关键词',
  NOT_A_KEY: '不是公钥，请粘贴 pub_key.pem 的全部内容',
  NOT_CERTIFICATES: '不是证书，请粘贴证书的全部内容，或填 fetch',
  PRIVATE: '这是私钥，不能放在这里，请粘贴公钥',
  EXPIRED: '证书不在有效期内',
} as const

/** How a text must look that the shop could not read, by the part of the form it stands in. */
const SHAPES: readonly [path: RegExp, copy: string][] = [
  [/\.keys\./, '要像 thing1 这样，小写字母加数字'],
  [/^templates\.\w+\.id$/, '模板编号太长了'],
  [/^publicKey\.id$/, '要以 PUB_KEY_ID_ 开头'],
  [/^(publicKey\.pem|certificates)$/, '太长了'],
]

/** An issue of fields: a line in all and what to change at each of them. */
export const fieldsIssue = (errors: readonly { field: string; code: string }[]): PlatformIssue => ({
  line: errors.length === 1 ? '有一处要改' : `有 ${errors.length} 处要改`,
  fields: Object.fromEntries(errors.map(({ field, code }) => [field, reasonOf(field, code)])),
})

const reasonOf = (field: string, code: string): string => {
  const shape = SHAPES.find(([path]) => path.test(field))?.[1]
  return code === 'INVALID_INPUT' && shape ? shape : errorReason(code, REASONS)
}

/** Why the shop did not save the settings. */
export function refusalIssue(error: SavePlatformError | CallFailure): PlatformIssue {
  switch (error.code) {
    case 'PLATFORM_WRONG':
      return fieldsIssue(error.errors.map(({ field, reason }) => ({ field, code: reason })))
    case 'INVALID_INPUT':
      return fieldsIssue([error])
    case 'VERSION_CONFLICT':
      return { line: '另一位店主刚刚改过，请返回后重新打开这一页', fields: {} }
    default:
      return { line: failureLine(error), fields: {} }
  }
}
