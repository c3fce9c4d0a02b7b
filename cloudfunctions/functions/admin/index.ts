import type { AdminContract } from '@core/contract'
import { staffOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'
import { operations } from './operations'

/** Staff operations; callers without a role are refused before anything is read. */
export const main = serve<AdminContract>('admin', operations, staffOnly)
