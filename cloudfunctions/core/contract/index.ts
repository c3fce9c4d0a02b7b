import type { CallError } from './errors'

/** A contract: input, output and errors by operation name. */
export type Contract = Record<string, { input: unknown; output: unknown; error: unknown }>

/**
 * What customers may call. Each `contract/<area>.ts` adds its operations by declaration merging, so
 * a new area changes no list here.
 */
export interface ShopOperations {}

/** What the staff may call; filled like `ShopOperations`. */
export interface AdminOperations {}

/** Everything a customer's phone may call. */
export type ShopContract = { [Name in keyof ShopOperations]: ShopOperations[Name] }

/** Everything the staff may call. */
export type AdminContract = { [Name in keyof AdminOperations]: AdminOperations[Name] }

export type { CallError }
