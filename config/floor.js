/**
 * The oldest engines that the pages run on; scripts are compiled for them, and style sheets checked
 * against them (`config/floor.check.ts`).
 *
 * Flexbox gap and `inset` decide it: Safari on iOS 14.5 (2021-04) is the first with the one, Chrome
 * 87 (2020-11) with the other (MDN, css/properties). WeChat for Android brings its own engine,
 * XWeb, which is updated with WeChat itself; every iPhone that runs iOS 13 or 14 also runs iOS 15.
 * On an older one the pages open and work, with their parts closer together.
 */
module.exports = { ios: '14.5', chrome: '87' }
