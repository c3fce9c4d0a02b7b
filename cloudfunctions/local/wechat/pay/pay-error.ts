/** A refusal of WeChat Pay: HTTP status, its code, and a message. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** 400 PARAM_ERROR, naming the field. */
export const badField = (field: string): PayError =>
  new PayError(400, 'PARAM_ERROR', `输入源“/body/${field}”映射到值字段的规则校验失败`)
