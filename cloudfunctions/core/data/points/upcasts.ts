import type { Upcast, Upcasts } from '@core/data/schemas'

/** Kinds of transfers that have another name since version 2. */
const RENAMED: Readonly<Record<string, string>> = { unhold: 'void', claw: 'clawback' }

const transferKinds: Upcast = (row) => {
  const kind = row['kind'] as string
  return { ...row, kind: RENAMED[kind] ?? kind }
}

export const POINTS_UPCASTS = { pointsLedger: [transferKinds] } as const satisfies Upcasts
