import type { Tier } from '@core/domain/members/sections'
import type { Instant } from '@core/kernel/calendar'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import { DISCOUNT_MAX } from '@/pages/admin/form/numbers'
import type { ScopeForm } from '@/pages/admin/scope-form'

/** A coupon in its editor, with numbers as texts until it is saved. */
export type CouponForm = {
  id: string
  title: string
  isPercent: boolean
  off: string
  /** What is paid, as people write it: 8.8. */
  discount: string
  cap: string
  from: string
  scope: ScopeForm
  /** Valid for some days after it is claimed, else between two moments. */
  isByDays: boolean
  days: string
  startsAt: Instant | null
  endsAt: Instant | null
  claimFrom: Instant | null
  claimUntil: Instant | null
  issuedMax: string
  perMember: string
  minTier: Tier | null
  isListed: boolean
  code: string
}

const MOMENT = { input: 'moment', placeholder: '选择时间' } as const

/** The described fields of a coupon. */
export const FIELDS = {
  title: {
    input: 'text',
    path: 'title',
    label: '券名',
    // It has to fit in one line of a bill.
    max: 20,
    placeholder: '如 新客见面礼',
  },
  off: {
    input: 'amount',
    path: 'offFen',
    label: '减',
    name: '减的金额',
    max: 10,
    placeholder: '如 20',
  },
  discount: {
    input: 'discount',
    path: 'percentOff',
    label: '打几折',
    name: '折扣',
    max: DISCOUNT_MAX,
    placeholder: '如 8.8',
    most: 99,
  },
  cap: {
    input: 'amount',
    path: 'capFen',
    label: '最多减',
    max: 10,
    placeholder: '空着就不封顶',
    empty: null,
  },
  from: {
    input: 'amount',
    path: 'fromFen',
    label: '满',
    name: '门槛',
    max: 10,
    placeholder: '空着就没有门槛',
    empty: 0,
  },
  days: {
    input: 'whole',
    path: 'days',
    label: '有效天数',
    max: 3,
    placeholder: '如 7',
    unit: '天',
  },
  startsAt: { ...MOMENT, path: 'startsAt', label: '从', name: '使用开始时间' },
  endsAt: { ...MOMENT, path: 'endsAt', label: '到', name: '使用结束时间' },
  claimFrom: { ...MOMENT, path: 'claimFrom', label: '开始领', name: '开始领的时间' },
  claimUntil: { ...MOMENT, path: 'claimUntil', label: '停止领', name: '停止领的时间' },
  issuedMax: {
    input: 'whole',
    path: 'issuedMax',
    label: '发放张数',
    max: 7,
    placeholder: '如 100',
    unit: '张',
  },
  perMember: {
    input: 'whole',
    path: 'perMemberMax',
    label: '每人张数',
    max: 2,
    placeholder: '如 1',
    unit: '张',
  },
  isListed: { input: 'checkbox', path: 'isListed', label: '放进领券中心' },
  code: {
    input: 'text',
    path: 'code',
    label: '券码',
    max: 16,
    placeholder: '字母和数字，可不填',
    isOptional: true,
  },
} as const satisfies FieldSpecs<CouponForm>
