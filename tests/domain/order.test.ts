import { NEXT_STEPS, nextState, ORDER_STATES, ORDER_TRANSITIONS } from '@core/domain/order'
import type { OrderEvent, OrderState } from '@core/domain/order'

const EVENTS: OrderEvent[] = ['pay', 'cancel', 'expire', 'ship', 'confirm', 'autoConfirm']

it('every state can be reached from the first, and every exit leads to a state', () => {
  const reached = new Set<OrderState>(['awaitingPayment'])
  for (const state of reached) {
    for (const to of Object.values(ORDER_TRANSITIONS[state]) as OrderState[]) reached.add(to)
  }
  expect(reached).toEqual(new Set(ORDER_STATES))
})

it.each(ORDER_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  'in %s, %s leads where the table says and nowhere else',
  (state, event) => {
    const allowed: Record<string, OrderState> = {
      'awaitingPayment pay': 'paid',
      'awaitingPayment cancel': 'closed',
      'awaitingPayment expire': 'closed',
      'paid ship': 'shipped',
      'shipped confirm': 'received',
      'shipped autoConfirm': 'received',
    }
    expect(nextState(state, event)).toBe(allowed[`${state} ${event}`] ?? null)
  },
)

it('S2-10 every state has a next step', () => {
  expect(Object.keys(NEXT_STEPS).sort()).toEqual([...ORDER_STATES].sort())
})
