import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './taro.dev'
import production from './taro.prod'

const root = path.resolve(__dirname, '..')
const platform = process.env.TARO_ENV ?? 'weapp'

/** The designs are 390 px wide; WeChat's screen is 750 rpx wide on every phone. */
const DESIGN_WIDTH = 390
/** NutUI's style sheets are designed for 375 px. */
const NUTUI_WIDTH = 375

/** Where a build goes. */
const outputRoot = process.env.TARO_OUTPUT_ROOT ?? `dist/${platform}`

/** Files that go into the package as they are: imported pictures would be text in the scripts. */
const copiedFiles = [
  { from: 'src/assets/empty', to: `${outputRoot}/assets/empty` },
  { from: 'config/pictures-license.txt', to: `${outputRoot}/assets/empty/LICENSE.txt` },
  ...(platform === 'weapp' ? [{ from: 'src/sitemap.json', to: `${outputRoot}/sitemap.json` }] : []),
]

/** The part of webpack-chain that is used here. */
type Chain = {
  optimization: { splitChunks(options: object): unknown }
  module: {
    rule(name: string): {
      use(name: string): { tap(change: (options: object) => object): unknown }
    }
  }
}

const transpileWithOurs = (chain: Chain) => {
  chain.module
    .rule('script')
    .use('babelLoader')
    .tap((options) => ({
      ...options,
      configFile: path.join(root, 'config/babel.config.js'),
    }))
}

/** Taro would put what pages share into each of them again: 300 KB a page for a browser. */
const shareChunks = (chain: Chain) => {
  const shared = { name: 'shared', chunks: 'all', minChunks: 2, priority: 1, enforce: true }
  chain.optimization.splitChunks({
    chunks: 'all',
    cacheGroups: { default: false, defaultVendors: false, shared },
  })
}

/** The rules shared with the cloud lie outside `src` and must be transpiled with it. */
const compile = { include: [path.join(root, 'cloudfunctions/core')] }

const designWidth = (input?: string | number | { file?: string }) =>
  typeof input === 'object' && /node_modules[\\/]@nutui/.test(input.file ?? '')
    ? NUTUI_WIDTH
    : DESIGN_WIDTH

/** How the shop is built for WeChat (`dist/weapp`) and for a browser (`dist/h5`). */
export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'shanye-shop',
    date: '2026-3-14',
    designWidth,
    deviceRatio: { [DESIGN_WIDTH]: 750 / DESIGN_WIDTH, [NUTUI_WIDTH]: 2 },
    sourceRoot: 'src',
    outputRoot,
    framework: 'react',
    plugins: [path.join(root, 'config/aria.js')],
    alias: {
      '@core': path.join(root, 'cloudfunctions/core'),
      '@': path.join(root, 'src'),
    },
    env: {
      TARO_APP_DEVCLOUD_URL: JSON.stringify(process.env.TARO_APP_DEVCLOUD_URL ?? ''),
      TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      TARO_APP_PICTURES_URL: JSON.stringify(process.env.TARO_APP_PICTURES_URL ?? ''),
    },
    copy: {
      patterns: copiedFiles,
      options: {},
    },
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: {
      // A cached chunk of the mini program can refer to modules that have moved between builds.
      enable: platform === 'h5',
      buildDependencies: { babel: [path.join(root, 'config/babel.config.js')] },
    },
    mini: {
      compile,
      webpackChain: transpileWithOurs,
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
      },
    },
    h5: {
      compile,
      webpackChain: (chain: Chain) => {
        transpileWithOurs(chain)
        shareChunks(chain)
      },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'chunk/[name].[contenthash:8].js',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // A browser's px are the designs' px; the page is fluid, not scaled.
        pxtransform: { enable: false },
        cssModules: { enable: false },
      },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? development : production)
})
