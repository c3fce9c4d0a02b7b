// Handed to babel-loader by config/index.ts. It does not lie at the root of the repository, and it
// is no `babel` key of package.json: that key would hold for our own files alone and leave Taro's
// packages in node_modules untranspiled.

/** Where NutUI keeps one control, so that a page carries only the controls it uses. */
const nutuiControl = (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`

module.exports = {
  presets: [
    [
      'babel-preset-taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        hot: false,
        targets: require('./floor'),
      },
    ],
  ],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        style: 'css',
        camel2DashComponentName: false,
        customName: nutuiControl,
      },
      'nutui',
    ],
  ],
}
