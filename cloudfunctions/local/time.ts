/** A day, in ms. */
export const DAY_MS = 24 * 60 * 60 * 1000

/** An hour, in ms. */
export const HOUR_MS = 60 * 60 * 1000

/**
 * China's clocks are eight hours ahead of UTC the whole year; timers and WeChat Pay's texts use
 * them.
 */
export const CHINA_OFFSET_MS = 8 * HOUR_MS

/** An instant as WeChat Pay writes it: `2026-11-21T18:00:00+08:00`. */
export const chinaTime = (instant: number): string =>
  `${new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`

/** An instant as WeChat Pay v2 writes it: `20261121180000`, in China. */
export const compactTime = (instant: number): string =>
  new Date(instant + CHINA_OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 14)

/** An instant as bills write it: `2026-11-21 18:00:00`, in China. */
export const billTime = (instant: number): string =>
  chinaTime(instant).slice(0, 19).replace('T', ' ')

/** Waits in real time, not in the local cloud's. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
