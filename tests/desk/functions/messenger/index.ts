import { cloud } from '../sdk'

type Event = { api: string; args: unknown }
type Failure = { errCode?: number; errMsg?: string }

/** Calls one open API and answers what came, or how it was refused. */
export const main = async ({ api, args }: Event) => {
  const [area = '', name = ''] = api.split('.')
  try {
    const reply = await cloud.openapi[area]?.[name]?.(args)
    const { buffer, ...rest } = reply ?? {}
    return Buffer.isBuffer(buffer) ? { ...rest, base64: buffer.toString('base64') } : rest
  } catch (error) {
    const { errCode, errMsg } = error as Failure
    return { errCode, errMsg }
  }
}
