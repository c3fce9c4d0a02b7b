import { cloud, type OpenApiNode } from '../sdk'

type Event = { api: string; args: unknown }
type Failure = { errCode?: number; errMsg?: string }

/** Calls one open API and answers what came, or how it was refused. */
export const main = async ({ api, args }: Event) => {
  const path = api.split('.')
  try {
    const call = path.reduce<OpenApiNode>((node, name) => node[name] as OpenApiNode, cloud.openapi)
    const { buffer, ...rest } = await call(args)
    return Buffer.isBuffer(buffer) ? { ...rest, base64: buffer.toString('base64') } : rest
  } catch (error) {
    const { errCode, errMsg } = error as Failure
    return { errCode, errMsg }
  }
}
