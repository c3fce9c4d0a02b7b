import type { OpenApiReply } from '@local/ports'
import { parse } from 'protobufjs'

/** The messages the SDK wraps open API calls in. */
const SCHEMA = `syntax = "proto3";
message KeyValuePair {
  string key = 1; bytes value = 2; string contenttype = 3; string filename = 4;
}
message OpenApiData { repeated KeyValuePair pairs = 1; }
message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
message CommOpenApiResp {
  bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
  int32 svrkitErrorCode = 6;
}`

const { root } = parse(SCHEMA)
const requestType = root.lookupType('CommApiData')
const replyType = root.lookupType('CommOpenApiResp')

type Pair = { key: string; value: Buffer; contenttype?: string }

/** The arguments of an open API call; files come as their bytes. */
export function decodeArguments(bytes: Buffer): Record<string, unknown> {
  const message = requestType.toObject(requestType.decode(bytes), { bytes: Buffer })
  const pairs = (message as { openapiData?: { pairs?: Pair[] } }).openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value, contenttype }) => [key, contenttype ? value : jsonOf(value)]),
  )
}

/** A reply as the SDK unwraps it: JSON, or bytes with their type. */
export function encodeReply(reply: OpenApiReply): Buffer {
  const isJson = reply.kind === 'json'
  const respData = isJson ? Buffer.from(JSON.stringify(reply.body)) : reply.bytes
  const contentType = isJson ? 'application/json; charset=utf-8' : reply.contentType
  return Buffer.from(replyType.encode({ respData, contentType, httpCode: 200 }).finish())
}

/** An error of the platform itself: −604100 no such API, −604101 not declared in `config.json`. */
export function encodeSystemError(errorCode: number): Buffer {
  return Buffer.from(replyType.encode({ errorCode, httpCode: 200 }).finish())
}

function jsonOf(value: Buffer): unknown {
  const text = value.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
