import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from './ports'

/**
 * Who runs a function and which one: the SDK sends it back with every request as
 * `tcb_sessionToken`, opaque to it (@cloudbase/node-sdk 3.17.2). Only the gateway reads it.
 */
export type Session = { caller: Caller; functionName: string; requestId: string }

const macOf = (body: string, key: string) => createHmac('sha256', key).update(body).digest()

/** Signs a session for the environment of one call. */
export const sealSession = (session: Session, key: string): string => {
  const body = Buffer.from(JSON.stringify(session)).toString('base64url')
  return `${body}.${macOf(body, key).toString('base64url')}`
}

/** The session of a token the local cloud itself has sealed; undefined for anything else. */
const openSession = (token: string, key: string): Session | undefined => {
  const [body = '', mac = ''] = token.split('.')
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(body, key)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  // Sealed here, so it reads as it was written.
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Session
}

/** Sessions that are open at a time are as many as calls run; older ones are verified again. */
const KNOWN_MAX = 64

/**
 * Opens sessions of one key. A function sends its own with each of its dozens of requests: it is
 * verified once.
 */
export const sessionReader = (key: string): ((token: string) => Session | undefined) => {
  const known = new Map<string, Session>()
  return (token) => {
    const seen = known.get(token)
    if (seen) return seen
    const session = openSession(token, key)
    if (!session) return undefined
    if (known.size >= KNOWN_MAX) known.clear()
    known.set(token, session)
    return session
  }
}
