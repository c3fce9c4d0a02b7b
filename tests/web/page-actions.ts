import { errors, type Locator, type Page } from 'playwright-core'

/** Timeout of page actions on a busy machine. */
export const WAIT_MAX_MS = 20_000

/** How long one attempt at a tap may take before the element is looked up again. */
const TAP_MS = 2_000

/** The last visible element with a text: of pages above one another, the one on top. */
export const visibleElement = (page: Page, text: string | RegExp, exact = false): Locator =>
  page.getByText(text, { exact }).filter({ visible: true }).last()

/**
 * Taps the last visible element with a text. While a page opens, the element that was found may be
 * on the page that is just being covered, and stays hidden: then it is looked up anew.
 */
export async function tapText(page: Page, text: string | RegExp, exact = false): Promise<void> {
  const end = Date.now() + WAIT_MAX_MS
  for (;;) {
    try {
      await visibleElement(page, text, exact).click({ timeout: TAP_MS })
      return
    } catch (error) {
      if (Date.now() > end) throw error
      ignoreTimeout(error)
    }
  }
}

/** A one-pixel PNG: storage checks the first bytes. */
const PIXEL = {
  name: 'a.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf' +
      'DwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Chooses a picture where one is asked for by this name. */
export async function choosePicture(page: Page, label: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByLabel(label).last().click()
  await (await choosing).setFiles(PIXEL)
}

/** Answers the dialog that is open: does what it asks about, or does not. */
export const answerDialog = (page: Page, answer: 'ok' | 'cancel'): Promise<void> =>
  page.locator(`.nut-dialog-footer-${answer}:visible`).click()

/**
 * Loads a staff list on until it shows a text. Both scrolling and the button load more, so the
 * button may be gone by the time it is tapped: what counts is the text.
 */
export async function loadUntil(page: Page, text: string): Promise<void> {
  const end = Date.now() + WAIT_MAX_MS
  const wanted = page.getByText(text)
  while ((await wanted.count()) === 0) {
    if (Date.now() > end) throw new Error(`the list does not show ${text}`)
    const more = visibleElement(page, '再看一些')
    await more.click({ timeout: TAP_MS }).catch(ignoreTimeout)
    await wanted.first().waitFor({ timeout: TAP_MS }).catch(ignoreTimeout)
  }
}

const ignoreTimeout = (error: unknown) => {
  if (!(error instanceof errors.TimeoutError)) throw error
}

/** Waits until the page has shown a toast. Toasts go after two seconds, so they are remembered. */
export const waitForToast = async (page: Page, text: string): Promise<void> => {
  await page.waitForFunction((wanted) => window.shownToasts?.includes(wanted), text)
}

declare global {
  interface Window {
    /** The texts of all toasts so far; `recordToasts` adds them. */
    shownToasts?: string[]
  }
}

/** Makes a page remember its toasts; runs inside the page, before its own scripts. */
export function recordToasts(): void {
  const shown: string[] = []
  window.shownToasts = shown
  new MutationObserver(() => {
    for (const toast of document.querySelectorAll('.taro__toast')) {
      const text = toast.textContent ?? ''
      if (text !== '' && shown.at(-1) !== text) shown.push(text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}
