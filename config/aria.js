// A plugin of Taro. WeChat's reader takes labels and roles, but Taro's templates carry none: they
// are added here for WXML, and in src/services/aria.ts for the side that fills it.

/** What is added; both sides must name the same, in the same order. */
const ARIA = { 'aria-label': '', 'aria-role': '' }

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      // A browser's elements take them as they are: its platform has no templates.
      platform.template?.mergeComponents(ctx, { View: ARIA, Image: ARIA, Input: ARIA })
    },
  })
}
