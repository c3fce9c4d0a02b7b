/**
 * The carriers that WeChat knows, by the name a shop writes on its list, and WeChat's code of each
 * (WeChat docs, logistics, get_delivery_list).
 */
const CARRIER_CODES = {
  顺丰: 'SF',
  中通: 'ZTO',
  圆通: 'YTO',
  申通: 'STO',
  韵达: 'YD',
  极兔: 'JTSD',
  京东: 'JD',
  邮政: 'YZPY',
  EMS: 'EMS',
  德邦: 'DBL',
} as const satisfies Record<string, string>

/** The carriers that a form may offer. */
export const CARRIERS = Object.keys(CARRIER_CODES)

/** WeChat's code of a carrier, by a name that begins with one of ours; `null` of a stranger. */
export function carrierCode(name: string): string | null {
  const known = Object.entries(CARRIER_CODES).find(([short]) => name.trim().startsWith(short))
  return known?.[1] ?? null
}
