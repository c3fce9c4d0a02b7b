import type { ShopContract } from '@core/contract'
import type { Consent, MeView, UpdateInput } from '@core/contract/account'
import { type ConsentPurpose, PRIVACY_VERSION } from '@core/domain/members/consent'
import type { StateCreator } from 'zustand'
import { type Answer, callShop } from '@/services/call'
import { afterAnswer, type Loadable, loading } from './loadable'
import type { ShopState } from './shop'

/** The current user and their consent. */
export type SessionSlice = {
  me: Loadable<MeView>
  /** The last known consent; persisted, so that nothing is recorded without it. */
  consent: Consent | null
  loadMe(): Promise<void>
  /** Joins; `withInsight` also consents to recording behaviour. */
  join(withInsight: boolean): Promise<Answer<ShopContract, 'members.join'>>
  update(input: UpdateInput): Promise<Answer<ShopContract, 'members.update'>>
  setConsent(purposes: ConsentPurpose[]): Promise<Answer<ShopContract, 'privacy.consent'>>
}

/** Whether behaviour may be recorded: consented to, for the current version of the text. */
export const allowsRecording = (consent: Consent | null): boolean =>
  consent !== null && consent.version === PRIVACY_VERSION && consent.purposes.includes('insight')

export const sessionSlice: StateCreator<ShopState, [], [], SessionSlice> = (set, get) => {
  const setMember = (me: MeView) =>
    set({ me: { status: 'ready', value: me, error: null }, consent: me.consent })

  return {
    me: loading,
    consent: null,
    loadMe: async () => {
      const answer = await callShop('members.me', {})
      if (answer.ok) setMember(answer.value)
      else set({ me: afterAnswer(get().me, answer) })
    },
    join: async (withInsight) => {
      const purposes: ConsentPurpose[] = withInsight ? ['membership', 'insight'] : ['membership']
      const consent: Consent = { version: PRIVACY_VERSION, purposes }
      const answer = await callShop('members.join', { consent })
      if (answer.ok) setMember(answer.value)
      return answer
    },
    update: async (input) => {
      const answer = await callShop('members.update', input)
      if (answer.ok) setMember(answer.value)
      return answer
    },
    setConsent: async (purposes) => {
      const answer = await callShop('privacy.consent', { version: PRIVACY_VERSION, purposes })
      if (answer.ok) set({ consent: answer.value })
      return answer
    },
  }
}
