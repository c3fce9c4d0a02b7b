import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import doiuse from 'doiuse'
import postcss from 'postcss'
import { filesBelow } from './build-cache'
import FLOOR from './floor'
import { buildPages } from './pages.build'

/**
 * Finds what the built style sheets use and the oldest engines of `config/floor.js` do not know, by
 * the data of caniuse.com; run by `npm run check`.
 */

const ROOT = resolve(__dirname, '..')

/** Used although an engine lacks it, or a part of it, and why that harms nobody. */
const HARMLESS: Readonly<Record<string, string>> = {
  'css-appearance': 'only `none`, which Safari knows with the prefix that stands beside it',
  'css-gradients': 'Safari lacks only a midpoint without a color, which is not used',
  'css-logical-props':
    'only `inset`: Chrome 87 and Safari 14.5 know it (MDN, css/properties/inset)',
  'css-masks': 'the prefixed property stands beside each one',
  'css-overflow': 'only `hidden` and `auto`; what is missing is `clip`',
  'css-resize': '`none` on a text area; a phone has no handle to drag',
  'css-scrollbar': 'phones draw no scroll bar that takes space',
  'css-sticky': 'partial only for the heads of tables',
  'css3-cursors': 'a phone has no cursor',
  'intrinsic-width': 'only `max-content`; what is missing is `stretch`',
  multicolumn: '`column-gap` of a flex box, which is `flexbox-gap`',
}

/** One use of something that an engine of the floor does not know. */
export type Unsupported = { feature: string; missing: string; css: string }

type Listener = Parameters<typeof doiuse>[0]['onFeatureUsage']

const CSS_SHOWN = 80

/** What a style sheet uses that the floor does not know, without what is harmless. */
export const unsupportedIn = async (css: string, floor = FLOOR): Promise<Unsupported[]> => {
  const found: Unsupported[] = []
  const onFeatureUsage: Listener = ({ feature, featureData, usage }) => {
    if (feature in HARMLESS) return
    const missing = featureData.missing ?? `${featureData.partial ?? ''}, in part`
    found.push({ feature, missing, css: String(usage).slice(0, CSS_SHOWN) })
  }
  const browsers = [`ios_saf >= ${floor.ios}`, `chrome >= ${floor.chrome}`]
  await postcss(doiuse({ browsers, onFeatureUsage })).process(css, { from: undefined })
  return [...found, ...unknownProperties(css, floor)]
}

/** Properties that caniuse's data does not cover, by the first engines that know them (MDN). */
const YOUNG_PROPERTIES = {
  'aspect-ratio': { ios: 15, chrome: 88 },
  'accent-color': { ios: 15.4, chrome: 93 },
  translate: { ios: 14.5, chrome: 104 },
  rotate: { ios: 14.5, chrome: 104 },
  scale: { ios: 14.5, chrome: 104 },
  inset: { ios: 14.5, chrome: 87 },
} as const

function unknownProperties(css: string, floor: typeof FLOOR): Unsupported[] {
  const found: Unsupported[] = []
  postcss.parse(css).walkDecls((declaration) => {
    const { prop } = declaration
    if (!isYoung(prop)) return
    const { ios, chrome } = YOUNG_PROPERTIES[prop]
    if (Number(floor.ios) >= ios && Number(floor.chrome) >= chrome) return
    const missing = `Safari before ${ios}, Chrome before ${chrome}`
    found.push({ feature: prop, missing, css: String(declaration).slice(0, CSS_SHOWN) })
  })
  return found
}

const isYoung = (prop: string): prop is keyof typeof YOUNG_PROPERTIES =>
  Object.hasOwn(YOUNG_PROPERTIES, prop)

const main = async () => {
  let count = 0
  for (const platform of ['weapp', 'h5'] as const) {
    await buildPages(platform)
    const dist = join(ROOT, 'dist', platform)
    const sheets = filesBelow([dist]).filter((file) => /\.(wxss|css)$/.test(file))
    if (sheets.length === 0) throw new Error(`${dist} has no style sheet`)
    for (const file of sheets) {
      for (const one of await unsupportedIn(readFileSync(file, 'utf8'))) {
        const where = relative(ROOT, file)
        process.stdout.write(`${where}: ${one.feature} (${one.missing}): ${one.css}\n`)
        count += 1
      }
    }
  }
  const { ios, chrome } = FLOOR
  process.stdout.write(`${count} uses beyond iOS ${ios} and Chrome ${chrome}\n`)
  if (count > 0) process.exitCode = 1
}

if (resolve(process.argv[1] ?? '') === __filename) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
