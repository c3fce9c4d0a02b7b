import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Devcloud } from '@local/devcloud-types'
import npmChromium from '@sparticuz/chromium'
import { source } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { recordToasts, WAIT_MAX_MS } from './page-actions'

/** The phone of the designs; tests of narrow phones pass their own width. */
const PHONE = { width: 390, height: 844 }

/** Starts the browser at `CHROMIUM_PATH`, or the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const chromiumPath = process.env.CHROMIUM_PATH
  if (chromiumPath && !existsSync(chromiumPath))
    throw new Error(`CHROMIUM_PATH is not a file: ${chromiumPath}`)
  if (chromiumPath) return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  // With --single-process the browser exits when the first page is closed.
  const args = npmChromium.args.filter((one) => one !== '--single-process')
  const executablePath = await npmChromium.executablePath()
  // A machine without fonts shows no text; the package includes one.
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') }
  return chromium.launch({ executablePath, args, env: { ...process.env, ...fonts } })
}

type PageOptions = { devcloud: Devcloud; openid: string; path: string; width?: number }

/** Opens a page of the shop as a user, with its own storage. */
export async function openPage(
  browser: Browser,
  { devcloud, openid, path, width }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { ...PHONE, ...(width && { width }) },
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MAX_MS)
  await page.addInitScript(recordToasts)
  await page.addInitScript((id) => localStorage.setItem('devcloud.openid', id), openid)
  await page.goto(`${devcloud.url}/#${path}`)
  return page
}

/** The text of the top page, without the pages it covers. */
export const visibleText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    const top = pages.filter((one) => one.offsetParent !== null).at(-1)
    return (top ?? document.body).innerText
  })

/** NutUI sets WeChat's `aria-role` in a browser too, where it has no effect. */
const NUTUI_SWITCH = /class="nut-switch/

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** Violations of axe's accessibility rules on a page. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: source })
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> }
    }
    const rules = ['color-contrast', 'aria-allowed-attr', 'aria-command-name', 'aria-valid-attr']
    return (await axe.run(document, { runOnly: { type: 'rule', values: rules } })).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'aria-valid-attr' && NUTUI_SWITCH.test(html)))
      .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}
