/** A failure message: what happened, and what to do. */
export type FailureCopy = { title: string; note: string }

const FAILURES: Partial<Record<string, FailureCopy>> = {
  NETWORK: { title: '没有连上店里', note: '看看网络，再试一次' },
  NOT_FOUND: { title: '没有找到', note: '链接可能旧了，或者不是这个账号的' },
  NOT_SIGNED_IN: { title: '还没认出你', note: '请从微信里打开小铺' },
  FORBIDDEN: { title: '这里只有店员能进', note: '需要权限请找店主' },
}

/** An error as any call may return it. `told`: what the shop itself says about it. */
type Failed = {
  code: string
  requestId?: string
  told?: FailureCopy
}

/**
 * The message for an error: the shop's own words if it has some, or those for its code. Unknown
 * errors show the end of the request id for support.
 */
export function failureCopy(error: Failed): FailureCopy {
  if (error.told) return error.told
  const known = FAILURES[error.code]
  if (known) return known
  const number = error.requestId ? `，编号 ${error.requestId.slice(-6)}` : ''
  return { title: '店里出了点问题', note: `再试一次，或稍后回来${number}` }
}

/** The failure message in one line. */
export function failureLine(error: Failed): string {
  const { title, note } = failureCopy(error)
  return `${title}，${note}`
}
