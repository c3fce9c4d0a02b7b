import type { KnipConfig } from 'knip'

/** Where the program begins; whatever cannot be reached from here is dead. */
const config: KnipConfig = {
  entry: [
    'src/app.{ts,tsx}',
    'src/app.config.ts',
    'src/pages/**/index.{ts,tsx}',
    'src/pages/**/*.config.ts',
    'cloudfunctions/functions/*/index.ts',
    'cloudfunctions/local/main.ts',
    'cloudfunctions/local/reset.ts',
    'cloudfunctions/local/import/main.ts',
    'cloudfunctions/local/functions/runner.ts',
    'config/*.{ts,mjs,cjs,js}',
    'tests/**/*.test.{ts,tsx}',
    'tests/bench/main.ts',
    'tests/web/pictures.ts',
    'tests/**/functions/*/index.ts',
    // Started as processes of their own, to be killed.
    'tests/database/writing-child.ts',
    'tests/desk/doomed-desk.ts',
    'tests/operations/crash-desk.ts',
    'tests/weapp/fixture/**/*.js',
  ],
  project: ['{src,cloudfunctions,config,tests}/**/*.{ts,tsx,mjs,cjs,js}'],
  ignoreExportsUsedInFile: true,
  // Named in configuration or loaded by Taro, not imported.
  ignoreDependencies: [
    '@babel/core',
    '@babel/preset-react',
    '@pmmmwh/react-refresh-webpack-plugin',
    '@swc/core',
    '@tarojs/.+',
    'ajv',
    'babel-plugin-import',
    'babel-preset-taro',
    'esbuild-register',
    'postcss',
    'react-dom',
    'react-refresh',
    'sass',
    'webpack',
  ],
  webpack: false,
  babel: false,
  jest: { config: ['config/jest.config.ts'] },
  eslint: { config: ['config/eslint.config.mjs'] },
}

export default config
