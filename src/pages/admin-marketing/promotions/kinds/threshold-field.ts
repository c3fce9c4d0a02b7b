import type { FieldSpec } from '@/pages/admin/form/field-spec'

/** From which amount on something applies; from the first when it is empty. */
export const THRESHOLD_FIELD = {
  input: 'amount',
  path: 'fromFen',
  label: '满',
  name: '门槛',
  max: 10,
  placeholder: '空着就没有门槛',
  empty: 0,
} as const satisfies FieldSpec
