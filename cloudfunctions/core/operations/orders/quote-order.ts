import { sealedAddresses } from '@core/data/addresses/books'
import type { AddressBookDocument, SealedAddress } from '@core/data/addresses/documents'
import type { MemberDocument } from '@core/data/members/documents'
import { contactOf, isMember } from '@core/data/members/member-section'
import { tradeSettings } from '@core/data/pricing/settings'
import { memberTier } from '@core/data/tiers/member-section'
import { ok, type Result } from '@core/kernel/result'
import { openAddress, unsealAddress } from '@core/operations/addresses/sealed-address'
import { callerId } from '@core/operations/members/find-caller'
import type { LinesError, QuoteInput, QuoteView } from '../../contract/orders'
import type { Context } from '../context'
import { findLines } from './lines'
import { giftSnapshots, pricingInputOf, readPricingContext } from './pricing-input'

/** The input of the price of these lines and their delivery address; changes nothing. */
export async function quoteOrder(
  ctx: Context,
  { lines, province, addressId }: QuoteInput,
): Promise<Result<QuoteView, LinesError>> {
  const skuIds = [...new Set(lines.map((line) => line.skuId))]
  const [memberId, skus, settings] = await Promise.all([
    callerId(ctx),
    ctx.db.getMany('skus', skuIds),
    tradeSettings(ctx),
  ])
  const [context, book] = await Promise.all([
    readPricingContext(ctx, { memberId, skus, settings }),
    addressId === undefined || memberId === null ? null : ctx.db.get('addressBooks', memberId),
  ])
  const found = findLines(lines, skus, buyerContextOf(ctx, context.member, context.counters))
  if (!found.ok) return found
  const { member } = context
  const address = chosenAddress(member, { addressId, book })
  const destination = province ?? provinceIn(ctx, address)
  return ok({
    material: pricingInputOf(ctx, found.value, { ...context, settings, province: destination }),
    lines: found.value.map((line) => line.snapshot),
    gifts: giftSnapshots(context),
    address: openAddress(ctx.vault, address?.sealed),
    addressId: address?.id ?? null,
    isMember: isMember(member),
  })
}

/** The province of a customer's default address; `null` without one that can be read. */
export const provinceOf = (ctx: Context, member: MemberDocument | null): string | null =>
  provinceIn(ctx, chosenAddress(member, {}))

function provinceIn({ vault }: Context, chosen: SealedAddress | undefined): string | null {
  if (chosen === undefined) return null
  const address = unsealAddress(vault, chosen.sealed)
  return address.ok ? address.value.province : null
}

type Choice = { addressId?: string | undefined; book?: AddressBookDocument | null }

/** The chosen address of a customer's book, else the default one. */
function chosenAddress(
  member: MemberDocument | null,
  { addressId, book = null }: Choice,
): SealedAddress | undefined {
  const addresses = member === null ? [] : sealedAddresses(contactOf(member), book)
  return addresses.find(({ id }) => id === addressId) ?? defaultOf(member)
}

const defaultOf = (member: MemberDocument | null): SealedAddress | undefined =>
  member === null ? undefined : sealedAddresses(contactOf(member), null)[0]

export const buyerContextOf = (
  ctx: Context,
  member: MemberDocument | null,
  counters: { products: Record<string, number> } | null,
) => ({
  tier: memberTier(member),
  now: ctx.now,
  had: counters?.products ?? {},
})
