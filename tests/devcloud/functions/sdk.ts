import wxServerSdk from 'wx-server-sdk'

type Reference = {
  get(): Promise<{ data: unknown }>
  set(content: { data: object }): Promise<unknown>
}

type Things = {
  doc(id: string): Reference
  add(content: { data: object }): Promise<unknown>
  where(condition: object): {
    count(): Promise<{ total: number }>
    get(): Promise<{ data: unknown[] }>
  }
}

type Database = {
  collection(name: string): Things
  runTransaction<T>(
    work: (transaction: Pick<Database, 'collection'>) => Promise<T>,
    times: number,
  ): Promise<T>
}

type WxContext = Partial<Record<'OPENID' | 'APPID' | 'SOURCE', string>>

/** The open API: any path of names is a call. */
export interface OpenApiNode {
  (args: unknown): Promise<Record<string, unknown>>
  [name: string]: unknown
}

type Cloud = {
  DYNAMIC_CURRENT_ENV: symbol
  init(options: { env: symbol }): void
  database(options?: { throwOnNotFound: boolean }): Database
  getWXContext(): WxContext
  callFunction(call: { name: string; data: object }): Promise<{ result: unknown }>
  openapi: OpenApiNode
}

/** The unmodified SDK as the test functions use it; its own typings say `any` of most of this. */
export const cloud = wxServerSdk as unknown as Cloud
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
