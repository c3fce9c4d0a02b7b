import type { KnipConfig } from 'knip'

/** The entry points besides the scripts of package.json; what none reaches is dead code. */
const config: KnipConfig = {
  entry: [
    'src/app.{ts,tsx}',
    'src/app.config.ts',
    'src/pages/**/index.{ts,tsx}',
    'src/pages/**/*.config.ts',
    'cloudfunctions/functions/*/index.ts',
    // Nobody imports them: they add their collections by declaration merging.
    'cloudfunctions/core/data/*/documents.ts',
    'cloudfunctions/local/functions/runner.ts',
    'config/*.{ts,mjs,cjs,js}',
    'tests/**/*.test.{ts,tsx}',
    'tests/**/functions/*/index.ts',
    // A program that `npm run campaign` starts.
    'tests/campaign/{prices,conflicts,flood}.ts',
    // Started as processes of their own, which the tests kill.
    'tests/database/writing-child.ts',
    'tests/devcloud/crashing-devcloud.ts',
    'tests/devcloud/limited-devcloud.ts',
    'tests/operations/crash-devcloud.ts',
    'tests/weapp/simulate-page.ts',
    // Started by `npm run campaign`.
    'tests/campaign/{prices,conflicts,flood}.ts',
    'tests/weapp/fixture/**/*.js',
  ],
  project: ['{src,cloudfunctions,config,tests}/**/*.{ts,tsx,mjs,cjs,js}'],
  ignoreExportsUsedInFile: true,
  // Named in configuration, loaded by Taro, read by path or run as a command, not imported.
  ignoreDependencies: [
    '@babel/core',
    '@babel/preset-react',
    '@fontsource-variable/noto-sans-sc',
    '@lobehub/fluent-emoji-3d',
    '@pmmmwh/react-refresh-webpack-plugin',
    '@tarojs/.+',
    'ajv',
    'babel-plugin-import',
    'babel-preset-taro',
    'dependency-cruiser',
    'esbuild-register',
    'j-component',
    'miniprogram-exparser',
    'miniprogram-simulate',
    'react-dom',
    'react-refresh',
  ],
  webpack: false,
  babel: false,
  jest: { config: ['config/jest.config.ts'] },
  eslint: { config: ['config/eslint.config.mjs'] },
}

export default config
