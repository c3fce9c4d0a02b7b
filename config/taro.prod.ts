import type { UserConfigExport } from '@tarojs/cli'

const terser = {
  enable: true,
  config: { compress: { drop_debugger: true }, output: { comments: false } },
}

/** Published builds: small above all, because a phone downloads them before the first page. */
export default {
  terser,
  csso: { enable: true, config: {} },
  mini: {},
  h5: {},
} satisfies UserConfigExport<'webpack5'>
