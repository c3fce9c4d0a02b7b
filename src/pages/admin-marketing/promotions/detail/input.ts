import type { PromotionInput } from '@core/contract/promotions'
import { TIERS } from '@core/domain/members/sections'
import { fail, ok, type Result } from '@core/kernel/result'
import { scopeOf } from '@/pages/admin/scope-form'
import { amountOf, wholeOf } from '@/pages/admin/form/numbers'
import type { PromotionForm } from './form'

/** What is wrong with a form, and where: `field` is a path of the activity. */
export type FormError = { code: string; field: string }

/** An activity as it is sent. */
export type Sent = PromotionInput['promotion']

/** The activity that a form says, or the first field that is missing or no number. */
export function promotionOf(form: PromotionForm): Result<Sent, FormError> {
  const read = new Reading()
  const sent = activityOf(form, read)
  return read.fault ? fail(read.fault) : ok(sent)
}

/** Reads typed numbers; remembers the first that is missing or odd. */
class Reading {
  fault: FormError | null = null

  wrong(field: string, code: string): void {
    this.fault ??= { code, field }
  }

  /** An amount in fen; an empty one is `empty`, or missing. */
  amount(field: string, typed: string, empty?: number): number {
    return this.number(field, amountOf(typed), empty)
  }

  whole(field: string, typed: string, empty?: number): number {
    return this.number(field, wholeOf(typed), empty)
  }

  /** Tenths as people say them: 9.5 → 95. */
  tenths(field: string, typed: string): number {
    const value = /^(10|\d(\.\d)?)$/.test(typed.trim()) ? Math.round(Number(typed) * 10) : NaN
    return this.number(field, typed.trim() === '' ? null : value)
  }

  maybe(field: string, typed: string): number | null {
    return typed.trim() === '' ? null : this.whole(field, typed)
  }

  private number(field: string, value: number | null, empty?: number): number {
    if (value === null && empty !== undefined) return empty
    if (value === null) this.wrong(field, 'MISSING')
    else if (Number.isNaN(value)) this.wrong(field, 'NUMBER_ODD')
    return value ?? 0
  }
}

function activityOf(form: PromotionForm, read: Reading): Sent {
  const { id, kind, title, startsAt, endsAt, minTier } = form
  if (title.trim() === '') read.wrong('title', 'MISSING')
  if (startsAt === null) read.wrong('startsAt', 'MISSING')
  if (endsAt === null) read.wrong('endsAt', 'MISSING')
  const base = { id, title, startsAt: startsAt ?? 0, endsAt: endsAt ?? 0, minTier }
  if (!form.scope.isAll && KINDS_WITH_SCOPE.includes(kind)) {
    const { products, categoryIds } = form.scope
    if (products.length + categoryIds.length === 0) read.wrong('scope', 'MISSING')
  }
  const scope = scopeOf(form.scope)
  switch (kind) {
    case 'timePrice':
      return { ...base, kind, ...timePriceOf(form, read) }
    case 'tierPrice':
      return { ...base, kind, scope, ...tierPriceOf(form, read) }
    case 'bundle':
      return { ...base, kind, ...bundleOf(form, read) }
    case 'nthPiece': {
      const percentOff = 100 - read.tenths('percentOff', form.discount)
      return { ...base, kind, scope, nth: read.whole('nth', form.nth), percentOff }
    }
    case 'spendOff':
      return { ...base, kind, scope, steps: stepsOf(form, read) }
    case 'gift':
      return { ...base, kind, scope, ...giftOf(form, read) }
    case 'freeFreight': {
      const fromFen = read.amount('fromFen', form.from, 0)
      return { ...base, kind, scope, fromFen, provinces: form.provinces }
    }
  }
}

const KINDS_WITH_SCOPE = ['tierPrice', 'nthPiece', 'spendOff', 'gift', 'freeFreight']

function timePriceOf(form: PromotionForm, read: Reading) {
  if (form.prices.length === 0) read.wrong('prices', 'MISSING')
  return {
    prices: form.prices.map(({ sku, price, stock }, at) => ({
      skuId: sku.id,
      priceFen: read.amount(`prices.${at}.priceFen`, price),
      stock: read.maybe(`prices.${at}.stock`, stock),
    })),
    perMemberMax: read.maybe('perMemberMax', form.perMember),
  }
}

function tierPriceOf(form: PromotionForm, read: Reading) {
  const told = TIERS.filter((tier) => form.discounts[tier].trim() !== '')
  return {
    percents: Object.fromEntries(
      told.map((tier) => [tier, read.tenths(`percents.${tier}`, form.discounts[tier])]),
    ),
    prices: form.tierPrices.map(({ sku, tier, price }, at) => ({
      skuId: sku.id,
      tier,
      priceFen: read.amount(`prices.${at}.priceFen`, price),
    })),
  }
}

function bundleOf(form: PromotionForm, read: Reading) {
  if (form.parts.length === 0) read.wrong('parts', 'MISSING')
  return {
    parts: form.parts.map(({ sku, quantity }, at) => ({
      skuId: sku.id,
      quantity: read.whole(`parts.${at}.quantity`, quantity),
    })),
    priceFen: read.amount('priceFen', form.price),
  }
}

const stepsOf = (form: PromotionForm, read: Reading) =>
  form.steps.map(({ from, off }, at) => ({
    fromFen: read.amount(`steps.${at}.fromFen`, from),
    offFen: read.amount(`steps.${at}.offFen`, off),
  }))

function giftOf(form: PromotionForm, read: Reading) {
  if (!form.gift) read.wrong('skuId', 'MISSING')
  return {
    fromFen: read.amount('fromFen', form.from, 0),
    skuId: form.gift?.id ?? '',
    quantity: read.whole('quantity', form.quantity),
    perMemberMax: read.maybe('perMemberMax', form.perMember),
    isOptional: form.isOptional,
  }
}
