import type { Route } from './reply'

/** Makes open pages of the shop reload; used by `npm run dev` alone. */
export interface LiveReload {
  /** Every open page loads again. */
  reload(): void
  /** Answers a page that waits for the next reload. */
  readonly route: Route
  /** Puts the waiting script into the shop's page. */
  inject(html: string): string
}

const PATH = '/devcloud/reload'

/** Runs in the browser: waits for the answer; asks again each second while the cloud is down. */
const SCRIPT = `<script>
  (async function wait() {
    const reply = await fetch('${PATH}').catch(() => undefined)
    if (reply && reply.ok) return location.reload()
    setTimeout(wait, 1000)
  })()
</script>`

/** A request to its path is answered only at the next reload. */
export const createLiveReload = (): LiveReload => {
  let waiting: (() => void)[] = []
  return {
    reload: () => {
      const all = waiting
      waiting = []
      for (const answer of all) answer()
    },
    route: ({ path, method }) => {
      if (path !== PATH || method !== 'GET') return undefined
      return new Promise((resolve) => {
        waiting.push(() => resolve({ status: 200, headers: { 'cache-control': 'no-store' } }))
      })
    },
    inject: (html) => html.replace(/<head[^>]*>/i, (head) => `${head}${SCRIPT}`),
  }
}
