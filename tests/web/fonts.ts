import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

/** The first font families of the shop's styles: phones have one of them, servers none. */
const FAMILIES = ['PingFang SC', 'Noto Sans SC']

const FONT_HOST = 'http://fonts.local'

const folder = dirname(createRequire(__filename).resolve('@fontsource-variable/noto-sans-sc'))

/** The package's CSS under each family's name, with its files at `FONT_HOST`. */
const fontCss = async () => {
  const sheet = await readFile(join(folder, 'index.css'), 'utf8')
  const here = sheet.replaceAll('url(./files/', `url(${FONT_HOST}/files/`)
  return FAMILIES.map((family) => here.replaceAll('Noto Sans SC Variable', family)).join('\n')
}

/** Provides a Chinese font to a browser, whether or not the machine has one. */
export const installFonts = async (context: BrowserContext): Promise<void> => {
  const css = await fontCss()
  await context.route(`${FONT_HOST}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname
    await route.fulfill({
      body: await readFile(join(folder, path)),
      contentType: 'font/woff2',
      headers: { 'access-control-allow-origin': '*' },
    })
  })
  await context.addInitScript((text) => {
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style')
      style.textContent = text
      document.head.append(style)
    })
  }, css)
}
