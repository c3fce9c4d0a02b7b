import type { OpenApiReply } from '@local/ports'
import QRCode from 'qrcode'

/** WeChat's alphabet and length for `scene` (WeChat docs, open API). */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/
const WIDTH_PX = { default: 430, min: 280, max: 1280 }

const refuse = (errcode: number, errmsg: string): OpenApiReply => ({
  kind: 'json',
  body: { errcode, errmsg },
})

/**
 * `wxacode.getUnlimited`: instead of WeChat's round code a QR code with the same content,
 * `weixin://devcloud/<page>?scene=…`. WeChat's picture is JPEG, this one PNG.
 */
export const drawMiniCode = async (args: Record<string, unknown>): Promise<OpenApiReply> => {
  const { scene, page = 'pages/tabs/home/index', width = WIDTH_PX.default } = args
  if (typeof scene !== 'string' || !SCENE.test(scene)) {
    return refuse(40169, 'invalid length for scene, or the data is not json string')
  }
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) {
    return refuse(41030, 'invalid page')
  }
  if (typeof width !== 'number' || width < WIDTH_PX.min || width > WIDTH_PX.max) {
    return refuse(40097, 'invalid args: width')
  }
  const text = `weixin://devcloud/${page}?scene=${encodeURIComponent(scene)}`
  const bytes = await QRCode.toBuffer(text, { width, errorCorrectionLevel: 'M' })
  return { kind: 'bytes', contentType: 'image/png', bytes }
}
