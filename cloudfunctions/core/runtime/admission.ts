import type { CallError } from '../contract/errors'
import type { Database } from '../data/database'
import type { IdentityDocument } from '../data/members/documents'
import { addToDay, identityOf, takeFromDay } from '../data/members/identities'
import { identityId } from '../data/members/members'
import { type Addition, countingOf } from '../domain/members/allowance'
import { blockAt } from '../domain/members/block'
import type { Day, Instant } from '../kernel/calendar'
import { own } from '../kernel/own'
import { fail, type Result } from '../kernel/result'
import type { Program } from '../kernel/settings'
import { ALLOWANCES, type Allowance, blockedTold, UNLISTED } from '../operations/allowances'

/** Thrown where a call may go no further; `serve` answers with the refusal. */
export class Refused extends Error {
  constructor(readonly refusal: CallError) {
    super(refusal.code)
  }
}

/** Answers for which something was tried that others pay for, so that they are counted as well. */
const COUNTED_REFUSALS: readonly string[] = ['TEXT_REFUSED', 'CODE_UNKNOWN']

/** Decisions about one addition when others count at the same time; each lost one re-reads. */
const TRIES_MAX = 50

/** What an admission knows of its invocation. `db` is one whose writes wait for nobody. */
type Source = {
  db: Database
  openid: string | null
  now: Instant
  today: Day
  program: Program
}

type Answer = Result<unknown, { code: string }>

/**
 * Who calls, and whether they may do what they ask: the one place that counts what a customer adds
 * and refuses a blocked one. The identity is read once; the count goes out right behind it, beside
 * the operation's next reads, and the first write waits for it.
 */
export class Admission {
  private identity: Promise<IdentityDocument | null> | null = null
  private operation: string | null = null
  private allowance: Allowance | null = null
  private input: unknown
  /** Where the addition is counted; absent while nothing is to be counted. */
  private counting: Promise<Day> | null = null
  private isUsedUp = false
  private hasWritten = false

  constructor(private readonly source: Source) {}

  /** From now on this is a customer's call of an operation, bounded by the table of allowances. */
  admit(operation: string): void {
    this.operation = operation
    this.allowance = own<Allowance>(ALLOWANCES, operation) ?? UNLISTED
  }

  /** The input, checked, by which some rows weigh a call. */
  begin(input: unknown): void {
    this.input = input
  }

  /** The caller's identity, read once; `null` when they have done nothing here yet. */
  read(): Promise<IdentityDocument | null> {
    this.identity ??= this.readAndCount()
    return this.identity
  }

  /**
   * Makes the caller a customer of this id and counts this call as their first addition; returns
   * the identity of a concurrent first call when that was quicker.
   */
  async claim(memberId: string): Promise<IdentityDocument> {
    const { db, openid, now: at, today: day } = this.source
    if (openid === null) throw new Error('only a caller with a WeChat identity can be a customer')
    const identity = { _id: identityId(openid), memberId, at }
    const addition = this.addition()
    if (addition && addition.weight > addition.most) throw new Refused(this.usedUp(addition.most))
    const first = addition && { day, counts: { [addition.key]: addition.weight } }
    const written = { ...identity, ...(first ? { today: first } : {}) }
    if (await db.addOnce('identities', written)) {
      this.identity = Promise.resolve(written)
      if (addition) this.counting = Promise.resolve(day)
      return written
    }
    this.identity = null
    const other = await this.read()
    if (other === null) throw new Error('an identity was removed while it was being read')
    return other
  }

  /** What a write waits for, as `Database.admitWritesBy` asks; `null` once it is counted. */
  beforeWrite(): Promise<void> | null {
    const isFree = this.operation === null || this.allowance === 'statistics'
    return isFree || this.hasWritten ? null : this.settle()
  }

  /** Before a check that others bill or count: throws when the day is known to be used up. */
  refuseUsedUp(): void {
    const addition = this.isUsedUp ? this.addition() : null
    if (addition) throw new Refused(this.usedUp(addition.most))
  }

  /**
   * The answer of the operation. What was counted for a call that added nothing is taken back: a
   * repeated or a refused one costs nothing.
   */
  async finish<A extends Answer>(answer: A): Promise<A | Result<never, CallError>> {
    const { counting } = this
    if (!counting) return answer
    const isTried = !answer.ok && COUNTED_REFUSALS.includes(answer.error.code)
    const day = await counting.catch((error: unknown) => {
      if (error instanceof Refused) return error
      throw error
    })
    if (day instanceof Refused) return isTried ? fail(day.refusal) : answer
    const addition = this.addition()
    if (this.hasWritten || isTried || !addition || this.source.openid === null) return answer
    await takeFromDay(this.source.db, identityId(this.source.openid), { ...addition, day })
    return answer
  }

  private async readAndCount(): Promise<IdentityDocument | null> {
    const { db, openid } = this.source
    if (openid === null) return null
    const identity = await identityOf(db, openid)
    if (identity === null || this.operation === null) return identity
    this.refuseBlocked(identity)
    const addition = this.addition()
    if (addition) {
      this.counting = this.count(identity, addition)
      // It is awaited before the first write and at the end; a refusal is no unhandled one.
      this.counting.catch(() => undefined)
    }
    return identity
  }

  /** The first write of a call waits here; a caller without an identity cannot add anything. */
  private async settle(): Promise<void> {
    const identity = await this.read()
    if (this.allowance === 'reads') {
      throw new Error(`${this.operation} writes, but is declared as reading`)
    }
    if (identity === null) throw new Error(`${this.operation} writes before there is a customer`)
    await this.counting
    this.hasWritten = true
  }

  /** What this call adds, as the table counts it; `null` when it is not counted. */
  private addition(): Addition | null {
    const { allowance, operation, input } = this
    if (operation === null || allowance === null || typeof allowance === 'string') return null
    if ('follows' in allowance || allowance.isCountedInside) return null
    const { perDay, weigh } = allowance
    const weight = weigh ? weigh(input as never) : 1
    if (weight === 0) return null
    const most = typeof perDay === 'number' ? perDay : perDay(this.source.program, input as never)
    return { key: operation.replace('.', '_'), weight, most, today: this.source.today }
  }

  /** Counts an addition on the day it belongs to; rejects with `Refused` when that is used up. */
  private async count(identity: IdentityDocument, addition: Addition): Promise<Day> {
    const { db } = this.source
    let current: IdentityDocument | null = identity
    for (let tries = 0; current !== null && tries < TRIES_MAX; tries += 1) {
      const counting = countingOf(current.today ?? null, addition)
      if (counting.step === 'refuse') {
        this.isUsedUp = true
        throw new Refused(this.usedUp(addition.most))
      }
      if (await addToDay(db, current._id, { ...addition, ...counting })) return counting.day
      current = await db.get('identities', current._id)
    }
    throw new Error('an identity was removed, or kept changing, while an addition was counted')
  }

  private refuseBlocked(identity: IdentityDocument): void {
    const { allowance } = this
    const block = blockAt(identity.block, this.source.now)
    if (!block || allowance === null || typeof allowance === 'string') return
    if (allowance.whenBlocked === 'allowed') return
    throw new Refused({ code: 'BLOCKED', until: block.until, told: blockedTold(block.until) })
  }

  private usedUp(most: number): CallError {
    const { allowance, operation } = this
    const isOwn = allowance !== null && typeof allowance === 'object' && 'told' in allowance
    const { told } = isOwn ? allowance : UNLISTED
    return { code: 'ALLOWANCE_USED', operation: operation ?? '', most, per: 'day', told }
  }
}
