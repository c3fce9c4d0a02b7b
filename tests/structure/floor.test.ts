import FLOOR from '../../config/floor'
import { unsupportedIn } from '../../config/floor.check'

/** The check of the style sheets against the oldest engines (`config/floor.js`). */

const OLDER = { ios: '12.0', chrome: '78' }

const features = async (css: string, floor = FLOOR) =>
  [...new Set((await unsupportedIn(css, floor)).map(({ feature }) => feature))].sort()

test.each([
  ['flexbox gap', '.a{display:flex;gap:8px}', 'flexbox-gap'],
  ['a column gap', '.a{display:flex;column-gap:8px}', 'flexbox-gap'],
  ['inset', '.a{inset:0}', 'inset'],
])('%s is not known to iOS 12 and Chrome 78', async (_, css, feature) => {
  expect(await features(css, OLDER)).toContain(feature)
  expect(await features(css)).toEqual([])
})

test.each([
  ['a selector', '.a:has(.b){color:red}', 'css-has'],
  ['a property', '.a{aspect-ratio:1}', 'aspect-ratio'],
  ['a unit', '.a{height:100dvh}', 'viewport-unit-variants'],
  ['a rule', '@container (width>1px){.a{color:red}}', 'css-container-queries'],
  ['nesting', '.a{color:red;&:hover{color:blue}}', 'css-nesting'],
])('%s that the floor does not know is found', async (_, css, feature) => {
  expect(await features(css)).toContain(feature)
})

test('what every engine knows is not reported', async () => {
  expect(await features('.a{display:flex;flex:1;color:#fff;margin:calc(1px + 2px)}')).toEqual([])
})
