import { join, resolve } from 'node:path'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud, type DevcloudOptions } from '@local/devcloud-types'
import type { CollectionSpec } from '@local/ports'
import { buildFunctions } from '../../config/functions.build'

const OUT = resolve(__dirname, '../../dist/test-devcloud')

/** The one collection that the test functions know. */
const THINGS: CollectionSpec = {
  name: 'things',
  indexes: [{ fields: [['no', 'asc']] }],
}

/** Where the built test functions lie. */
export const TEST_FUNCTIONS = join(OUT, 'cloudfunctions')

/** Builds the functions of `tests/devcloud/functions`; unchanged ones are found built. */
export const buildTestFunctions = () =>
  buildFunctions({
    sourceDir: join(__dirname, 'functions'),
    outDir: TEST_FUNCTIONS,
    runnerFile: join(OUT, 'devcloud/runner.js'),
  })

/** A local cloud with the test functions on it; the caller closes it. */
export const startTestDevcloud = async (options: DevcloudOptions = {}): Promise<Devcloud> => {
  await buildTestFunctions()
  return startDevcloud({
    collections: [THINGS],
    functionsDir: TEST_FUNCTIONS,
    runnerFile: join(OUT, 'devcloud/runner.js'),
    ...options,
  })
}

/** Asks the local cloud over HTTP; answers status and parsed body. */
export const ask = async (devcloud: Devcloud, path: string, init: RequestInit = {}) => {
  const reply = await fetch(`${devcloud.url}${path}`, init)
  const text = await reply.text()
  const isJson = reply.headers.get('content-type')?.includes('json') === true
  return {
    status: reply.status,
    headers: reply.headers,
    body: (isJson ? JSON.parse(text) : text) as unknown,
  }
}

type Post = { value: unknown; openid?: string }

/** Posts JSON (or a text as it is) to the local cloud, as a WeChat user if `openid` names one. */
export const post = (devcloud: Devcloud, path: string, { value, openid = '' }: Post) =>
  ask(devcloud, path, {
    method: 'POST',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: {
      'content-type': 'application/json',
      ...(openid === '' ? {} : { 'x-wx-openid': openid }),
    },
  })
