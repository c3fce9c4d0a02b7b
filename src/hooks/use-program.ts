import type { ShownProgram } from '@core/contract/program'
import { useShop } from '@/stores/shop'

/** What the cloud said last of the programme; `null` until home or the caller's page is loaded. */
export const useProgram = (): ShownProgram | null =>
  useShop((state) => state.me.value?.program ?? state.home.value?.program ?? null)
