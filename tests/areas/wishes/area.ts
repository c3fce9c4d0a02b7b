import { noInput } from '@core/contract/primitives'
import { enqueue } from '@core/data/outbox/outbox'
import { fail, ok } from '@core/kernel/result'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { type WishesAdminContract, type WishesContract, wishInput } from './contract'
import { WISHES_COLLECTIONS, wishMessage } from './documents'
import { WISHES_SETTINGS } from './settings'

/** The day on which this area wants to review every member. */
export const WISH_DAY = '2026-03-05'

/** An area that a test adds to the shop: all that it has lies in this folder. */
export const wishesArea: Area = {
  name: 'wishes',
  shop: shopOperations<WishesContract>({
    'wishes.make': {
      input: wishInput,
      run: async (ctx, { wishId, text }) => {
        const { _id: memberId } = await ensureCustomer(ctx)
        const { wishesMax } = ctx.program
        const made = await ctx.db.count('wishes', { memberId })
        if (made >= wishesMax) return fail({ code: 'TOO_MANY_WISHES', max: wishesMax })
        await ctx.db.addOnce('wishes', { _id: wishId, memberId, text, isAnswered: false })
        await enqueue(ctx.db, wishMessage(wishId), ctx.now)
        return ok({ id: wishId, text, isAnswered: false })
      },
    },
  }),
  admin: staffOperations<WishesAdminContract>({
    'wishes.list': {
      input: noInput,
      roles: ['service'],
      run: async (ctx) => {
        const read = await ctx.db.find('wishes', { where: { isAnswered: true }, limit: 20 })
        const items = read.map(({ _id, text, isAnswered }) => ({ id: _id, text, isAnswered }))
        return ok({ items, next: null })
      },
    },
  }),
  collections: WISHES_COLLECTIONS,
  settings: WISHES_SETTINGS,
  outbox: {
    answerWish: async (ctx, { wishId }) => {
      await ctx.db.update('wishes', { _id: wishId }, { isAnswered: true })
      return ok(null)
    },
  },
  sweep: {
    countOpen: async (ctx) => ({
      wishesOpen: await ctx.db.count('wishes', { isAnswered: false }),
    }),
  },
  reviewOn: (_member, today) => (today < WISH_DAY ? WISH_DAY : null),
  waiting: {
    wishes: {
      operation: 'wishes.list',
      collection: 'wishes',
      where: () => ({ isAnswered: true }),
    },
  },
}
