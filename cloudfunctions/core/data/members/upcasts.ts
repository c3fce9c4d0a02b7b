import type { StoredDocument, Upcast, Upcasts } from '@core/data/schemas'

type Fields = Record<string, unknown>

/** Members and events of version 1 said "activity" where they now say "recency". */
function withRecency({ activity, activityReason, activitySince, ...rest }: Fields): Fields {
  return { ...rest, recency: activity, recencyReason: activityReason, recencySince: activitySince }
}

/** Version 2: the flat fields of a member become sections. */
const memberInSections: Upcast = (member) => {
  const { _id, version, source, reviewOn, ...flat } = member
  const { consent, facts, lifecycle, tier, points, schemaVersion: _old, ...others } = flat
  const { phone, phoneHash, address, gapDays, ...profile } = others
  return {
    _id,
    version,
    ...present({ source }),
    reviewOn,
    profile,
    consent,
    facts,
    lifecycle: { ...withRecency(lifecycle as Fields), ...present({ gapDays }) },
    tier,
    points,
    contact: present({ phone, phoneHash, address }),
  }
}

const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Version 2: `turns` are `transitions`, and those of the activity are of the recency. */
const eventWithTransitions: Upcast = ({ turns, hasTurns, ...event }: StoredDocument) => ({
  ...event,
  hasTransitions: hasTurns,
  transitions: (turns as Fields[]).map((turn) =>
    turn['kind'] === 'activity' ? { ...turn, kind: 'recency' } : turn,
  ),
})

export const MEMBERS_UPCASTS = {
  members: [memberInSections],
  events: [eventWithTransitions],
} as const satisfies Upcasts
