/**
 * Every number a merchant may set, with its default and the bounds that are checked.
 * Nothing else in the code holds a business number.
 */
export const PROGRAM = {
  interestViewsMin: { default: 3, min: 1, max: 100 },
  interestViewDaysMin: { default: 2, min: 1, max: 30 },
  loyalOrdersMin: { default: 3, min: 2, max: 100 },
  loyalWindowDays: { default: 365, min: 30, max: 1095 },
  newDays: { default: 30, min: 1, max: 365 },
  silentDaysMin: { default: 30, min: 1, max: 365 },
  silentGaps: { default: 2, min: 1, max: 10 },
  lostDaysMin: { default: 90, min: 2, max: 1095 },
  lostGaps: { default: 4, min: 2, max: 20 },
  /** How many gaps of the shop's median a customer's own gaps are weighed against. */
  gapPriorCount: { default: 3, min: 0, max: 50 },
  pointsPerYuan: { default: 1, min: 0, max: 100 },
  growthPerYuan: { default: 1, min: 0, max: 100 },
  silverGrowth: { default: 300, min: 1, max: 10_000_000 },
  goldGrowth: { default: 1_000, min: 1, max: 10_000_000 },
  blackGrowth: { default: 3_000, min: 1, max: 10_000_000 },
  /** Points multipliers in percent: 150 is one and a half. */
  basicPointsPercent: { default: 100, min: 0, max: 1_000 },
  silverPointsPercent: { default: 120, min: 0, max: 1_000 },
  goldPointsPercent: { default: 150, min: 0, max: 1_000 },
  blackPointsPercent: { default: 200, min: 0, max: 1_000 },
  tierMonths: { default: 12, min: 1, max: 60 },
  freightFen: { default: 800, min: 0, max: 100_000 },
  freeFreightFromFen: { default: 9_900, min: 0, max: 10_000_000 },
  /** Points that are worth one yuan at the till. */
  spendPointsPerYuan: { default: 100, min: 1, max: 10_000 },
  /** Points are spent in multiples of it, from the least number on. */
  spendPointsStep: { default: 100, min: 1, max: 10_000 },
  spendPointsMin: { default: 100, min: 1, max: 100_000 },
  /** The share of goods that points may pay, in percent. */
  spendPointsPercentMax: { default: 50, min: 0, max: 100 },
  /** Days that a coupon given back after its end can still be used. */
  couponGraceDays: { default: 3, min: 0, max: 30 },
  /** A SKU of which so many pieces or fewer can be had is low. */
  lowStockPieces: { default: 5, min: 0, max: 1_000 },
  /** Readers who must speak against a review for it to wait for the staff. */
  reportsToHide: { default: 3, min: 1, max: 100 },
  questionsPerDay: { default: 10, min: 1, max: 100 },
  payWithinMinutes: { default: 30, min: 5, max: 1_440 },
  /** How long before its end an unpaid order is reminded of. */
  payReminderMinutes: { default: 10, min: 1, max: 1_439 },
  autoConfirmDays: { default: 15, min: 7, max: 60 },
  /** Days by which the customer may put the confirmation off, once. */
  extendConfirmDays: { default: 7, min: 1, max: 30 },
  /** Days after receipt in which an after-sale can be asked for; then the order is completed. */
  afterSaleDays: { default: 7, min: 0, max: 60 },
  /** The hours of every day between which somebody answers. */
  serviceFromHour: { default: 9, min: 0, max: 23 },
  serviceToHour: { default: 21, min: 1, max: 24 },
  /** Hours of opening time within which a ticket is answered. */
  ticketHours: { default: 24, min: 1, max: 240 },
  /** Days after its end in which a ticket goes on when the customer writes again. */
  ticketReopenDays: { default: 7, min: 0, max: 90 },
  /** How well a question must fit an entry of the FAQ to be answered by it, in percent. */
  faqMatchPercent: { default: 60, min: 1, max: 100 },
  /** 1: while open, WeChat's own customer service takes over messages from WeChat; 0: tickets. */
  serviceInWechat: { default: 0, min: 0, max: 1 },
} as const satisfies Record<string, { default: number; min: number; max: number }>

/** The programme in force: one integer for every setting. */
export type Program = { [K in keyof typeof PROGRAM]: number }

/** The programme of a shop that has set nothing. */
export const defaultProgram: Program = Object.fromEntries(
  Object.entries(PROGRAM).map(([name, setting]) => [name, setting.default]),
) as Program

/** The settings that are not an integer within their bounds, or that contradict one another. */
export function programErrors(program: Program): (keyof Program)[] {
  const names = Object.keys(PROGRAM) as (keyof Program)[]
  const outside = names.filter((name) => {
    const { min, max } = PROGRAM[name]
    const value = program[name]
    return !Number.isInteger(value) || value < min || value > max
  })
  if (program.payReminderMinutes >= program.payWithinMinutes) outside.push('payReminderMinutes')
  if (program.serviceToHour <= program.serviceFromHour) outside.push('serviceToHour')
  if (program.goldGrowth <= program.silverGrowth) outside.push('goldGrowth')
  if (program.blackGrowth <= program.goldGrowth) outside.push('blackGrowth')
  if (program.lostDaysMin <= program.silentDaysMin) outside.push('lostDaysMin')
  if (program.lostGaps <= program.silentGaps) outside.push('lostGaps')
  return [...new Set(outside)]
}
