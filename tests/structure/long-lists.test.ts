import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { filesBelow } from '../../config/build-cache'

/** A list that is fetched page by page can grow without end: `LongList` draws what is near. */

const PAGES = resolve('src/pages')
const sources = filesBelow([PAGES])
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test('every list that is fetched by pages is drawn by LongList', () => {
  const paged = sources.filter(({ text }) => /\busePages\(/.test(text))
  expect(paged.length).toBeGreaterThan(20)
  const undrawn = paged.filter(({ file, text }) => {
    if (text.includes('<LongList')) return false
    // The list itself is a component beside the page.
    const beside = sources.filter((one) => dirname(one.file) === dirname(file))
    return !beside.some((one) => one.text.includes('<LongList'))
  })
  expect(undrawn.map(({ file }) => file.slice(join(PAGES, '/').length))).toEqual([])
})

test('no such list is drawn as a whole', () => {
  const whole = sources.filter(({ text }) => /^ *\{(?:pages\.)?items\.(?:flatM|m)ap\(/m.test(text))
  const paged = whole.filter(({ text }) => /\busePages\(|Pages</.test(text))
  expect(paged.map(({ file }) => file.slice(join(PAGES, '/').length))).toEqual([])
})
