import type { ReportedEvent } from '@core/contract/events'
import { EVENTS_MAX } from '@core/kernel/limits'
import type { StateCreator } from 'zustand'
import { callShop } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { mayRecord } from './session'
import type { ShopState } from './shop'

/** How long an event waits for company before it is sent. */
const WAIT_MS = 4_000
/** So many events do not wait. */
const ENOUGH = 5

/** What was looked at and searched for, told to the shop in batches by those who agreed to it. */
export type SignalsSlice = {
  /** Events not yet told; kept on the phone, so that a lost connection loses none. */
  untold: ReportedEvent[]
  note(kind: ReportedEvent['kind'], about: Omit<ReportedEvent, 'id' | 'kind' | 'at'>): void
  tell(): Promise<void>
}

/** Makes the slice. */
export const signalsSlice: StateCreator<ShopState, [], [], SignalsSlice> = (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let telling = false

  return {
    untold: [],
    note: (kind, about) => {
      if (!mayRecord(get().consent)) return
      const event: ReportedEvent = { id: mintId(), kind, at: now(), ...about }
      const untold = [...get().untold, event].slice(-EVENTS_MAX)
      set({ untold })
      clearTimeout(timer)
      if (untold.length >= ENOUGH) void get().tell()
      else timer = setTimeout(() => void get().tell(), WAIT_MS)
    },
    tell: async () => {
      clearTimeout(timer)
      const events = get().untold
      if (telling || events.length === 0) return
      // A consent withdrawn meanwhile also covers what was not told yet.
      if (!mayRecord(get().consent)) return set({ untold: [] })
      telling = true
      const answer = await callShop('events.record', { events })
      telling = false
      if (!answer.ok && answer.error.code === 'NETWORK') return
      const told = new Set(events.map((event) => event.id))
      set({ untold: get().untold.filter((event) => !told.has(event.id)) })
    },
  }
}
