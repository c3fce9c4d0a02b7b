import type { UserConfigExport } from '@tarojs/cli'

/** While working: readable output, quick rebuilds. */
export default {
  mini: {},
  h5: {},
} satisfies UserConfigExport<'webpack5'>
