import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Devcloud } from '@local/devcloud'
import packaged from '@sparticuz/chromium'
import { source } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** A phone of the drawings' size; tests of narrow phones say their own. */
const PHONE = { width: 390, height: 844 }

/** How long a page may take to show something on a busy machine. */
const WAIT_MAX_MS = 20_000

/** Starts the browser that `CHROMIUM_PATH` names, or the one from npm. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
  if (named) return chromium.launch({ executablePath: named, args: ['--no-sandbox'] })
  // In a single process the browser ends with the first page that is closed.
  const args = packaged.args.filter((one) => one !== '--single-process')
  const executablePath = await packaged.executablePath()
  // A machine without a single font shows no text at all; the package brings one along.
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') }
  return chromium.launch({ executablePath, args, env: { ...process.env, ...fonts } })
}

type PageOptions = { devcloud: Devcloud; openid: string; path: string; width?: number }

/** Opens a page of the shop as somebody, with storage of its own. */
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
  await page.addInitScript((id) => localStorage.setItem('devcloud.openid', id), openid)
  await page.goto(`${devcloud.url}/#${path}`)
  return page
}

/** What the page on top says, without the pages it covers. */
export const visibleText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    const top = pages.filter((one) => one.offsetParent !== null).at(-1)
    return (top ?? document.body).innerText
  })

/** NutUI writes WeChat's `aria-role` in a browser too, where it means nothing and harms nobody. */
const NUTUI_SWITCH = /class="nut-switch/

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** What keeps people from reading or naming things on this page (axe's rules). */
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
