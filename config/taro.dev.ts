import type { UserConfigExport } from '@tarojs/cli'

/**
 * `npm run dev`: readable output, quick rebuilds. Taro can watch only together with its own web
 * server; the local cloud serves the files instead, so they go to disk and nothing else is asked
 * of that server.
 */
export default {
  mini: {},
  h5: {
    devServer: {
      host: '127.0.0.1',
      open: false,
      hot: false,
      liveReload: false,
      client: false,
      devMiddleware: { writeToDisk: true },
    },
  },
} satisfies UserConfigExport<'webpack5'>
