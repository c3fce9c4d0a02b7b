import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WechatPaySettings } from '@core/runtime/wechat-pay/settings'
import type { Devcloud } from '@local/devcloud-types'
import { DEVCLOUD_APPID, memorySecrets } from '@local/secrets'
import { platformCertificate } from '@local/wechat/pay/certificate'

/** A devcloud's account at its WeChat Pay, verified by public key; `change` replaces settings. */
export async function merchantAccount(
  devcloud: Devcloud,
  change: Partial<WechatPaySettings> = {},
): Promise<WechatPaySettings> {
  const { mchid, merchantSerial, merchant, platform, apiV3Key } = await memorySecrets()
  return {
    apiUrl: `${devcloud.url}/wechat-pay`,
    appid: DEVCLOUD_APPID,
    mchid,
    serial: merchantSerial,
    privateKey: merchant.privateKey,
    apiV3Key,
    publicKey: { id: platform.publicKeyId, pem: platform.publicKey },
    certificates: null,
    notifyUrl: `${devcloud.url}/http/payment-notify`,
    ...change,
  }
}

/** The certificate of a devcloud's WeChat Pay, PEM. */
export const devcloudCertificate = async (): Promise<string> =>
  platformCertificate(await memorySecrets()).pem

/** What a meddler does to an answer on its way. */
export type Meddling = {
  body?: (text: string) => string
  headers?: (headers: Record<string, string>) => Record<string, string>
}

/** A proxy between the shop and WeChat Pay that forwards everything and can change answers. */
export type Meddler = { url: string; seen: string[]; meddle(how: Meddling): void; close(): void }

/** Puts a meddler in front of a devcloud's WeChat Pay. */
export async function openMeddler(devcloud: Devcloud): Promise<Meddler> {
  let how: Meddling = {}
  const seen: string[] = []
  const server: Server = createServer((request, response) => {
    const pass = async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks)
      seen.push(request.url ?? '')
      const { host: _host, connection: _connection, ...headers } = request.headers
      const answer = await fetch(`${devcloud.url}/wechat-pay${request.url}`, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(body.length > 0 ? { body } : {}),
      })
      const text = await answer.text()
      const passed = Object.fromEntries([...answer.headers].filter(([name]) => PASSED.test(name)))
      response.writeHead(answer.status, how.headers?.(passed) ?? passed)
      response.end(how.body?.(text) ?? text)
    }
    pass().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    meddle: (next) => void (how = next),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const PASSED = /^(wechatpay-|content-type$)/
