import type { ReportedEvent } from '@core/contract/events'
import { EVENTS_MAX } from '@core/kernel/limits'
import type { StateCreator } from 'zustand'
import { callShop } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { allowsRecording } from './session'
import type { ShopState } from './shop'

/** How long an event waits for further ones before it is sent. */
const FLUSH_DELAY_MS = 4_000
/** This many events are sent without waiting. */
const BATCH_SIZE = 5

/** Views and searches, reported in batches and only with consent. */
export type EventsSlice = {
  /** Events not sent yet; persisted, so that a lost connection loses none. */
  unsent: ReportedEvent[]
  recordEvent(kind: ReportedEvent['kind'], about: Omit<ReportedEvent, 'id' | 'kind' | 'at'>): void
  flushEvents(): Promise<void>
}

export const eventsSlice: StateCreator<ShopState, [], [], EventsSlice> = (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false

  return {
    unsent: [],
    recordEvent: (kind, about) => {
      if (!allowsRecording(get().consent)) return
      const event: ReportedEvent = { id: mintId(), kind, at: now(), ...about }
      const unsent = [...get().unsent, event].slice(-EVENTS_MAX)
      set({ unsent })
      clearTimeout(timer)
      if (unsent.length >= BATCH_SIZE) void get().flushEvents()
      else timer = setTimeout(() => void get().flushEvents(), FLUSH_DELAY_MS)
    },
    flushEvents: async () => {
      clearTimeout(timer)
      const events = get().unsent
      if (isSending || events.length === 0) return
      // A withdrawn consent also covers events that were not sent yet.
      if (!allowsRecording(get().consent)) return set({ unsent: [] })
      isSending = true
      const answer = await callShop('events.record', { events })
      isSending = false
      if (!answer.ok && answer.error.code === 'NETWORK') return
      const sent = new Set(events.map((event) => event.id))
      set({ unsent: get().unsent.filter((event) => !sent.has(event.id)) })
    },
  }
}
