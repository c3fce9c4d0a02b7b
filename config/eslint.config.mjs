import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** What reads the clock of the machine that the code runs on. */
const CLOCK = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.name="dayjs"][arguments.length=0]',
  'CallExpression[callee.object.name="dayjs"][callee.property.name=/^(utc|tz)$/]' +
    '[arguments.length=0]',
  'Identifier[name="performance"]',
]

/** A phone's clock may be wrong: pages follow the time in the cloud's answers. */
const PHONE_CLOCK = CLOCK.map((selector) => ({
  selector,
  message: 'Ask src/services/clock.ts: it keeps the cloud’s time.',
}))

/** Time, randomness and waiting make the result of a rule depend on more than its arguments. */
const IMPURE = [
  ...CLOCK.map((selector) => [selector, 'take `now` as an argument']),
  [
    'MemberExpression[object.name="Math"][property.name="random"]',
    'take randomness as an argument',
  ],
  ['Identifier[name="crypto"]', 'take ids as arguments'],
  ['AwaitExpression', 'decide here, wait in an operation'],
  [':function[async=true]', 'decide here, wait in an operation'],
].map(([selector, advice]) => ({ selector, message: `The domain is pure: ${advice}.` }))

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; a default export is for what Taro or a tool reads.',
}

const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' }

const CONTRACT_IS_TYPES = {
  regex: '^(@core/contract|.*/core/contract)(/|$)',
  allowTypeImports: true,
  message: 'Pages import only types of the contract; validation runs in the cloud.',
}

/** Only services call the platform, so that a page runs the same everywhere. */
const PLATFORM = [
  { object: 'Taro', property: 'cloud', message: 'Call the cloud through src/services.' },
  { object: 'Taro', property: 'request', message: 'Call the cloud through src/services.' },
  ...['setStorage', 'setStorageSync', 'getStorage', 'getStorageSync', 'requestPayment'].map(
    (property) => ({ object: 'Taro', property, message: 'Use the service that wraps it.' }),
  ),
]

const size = {
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 70 }],
  'max-len': ['error', { code: 100, ignoreUrls: true }],
  'max-params': 'off',
  '@typescript-eslint/max-params': ['error', { max: 3 }],
}

/** Where the project deviates from strict typed linting, and why. */
const deviations = {
  // A promise that nobody awaits hides its failure; `void` marks what is intended.
  '@typescript-eslint/no-floating-promises': 'error',
  // `${n}` of a number is fine; of an object it is a bug.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  // One-line arrow functions often end in a call that returns nothing.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // Validation of outside input is wider than the types, on purpose.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // Data is `type`, ports are `interface`: the difference says something (style §9).
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  // A handler may be async because its port is, not because it waits.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
  ],
  // Ports are closures, not classes: there is no `this` to lose.
  '@typescript-eslint/unbound-method': 'off',
  // `keyof Contract & string` is clearer, even where the keys are known to be strings.
  '@typescript-eslint/no-redundant-type-constituents': 'off',
  // `read<Order>(text)` states what outside input should be; it is validated where it matters.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-misused-promises': [
    'error',
    { checksVoidReturn: { attributes: false, arguments: false } },
  ],
  // Text limits are limits of characters, so code points are counted on purpose.
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/no-unnecessary-type-arguments': 'off',
  '@typescript-eslint/no-generated-empty-object-type': 'off',
  // The open interfaces start empty; each area adds its part with one that extends its own type.
  '@typescript-eslint/no-empty-object-type': [
    'error',
    {
      allowInterfaces: 'with-single-extends',
      allowWithName: '^(ShopOperations|AdminOperations|Documents|OutboxPayloads|Program)$',
    },
  ],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENUM],
}

export default ts.config(
  { ignores: ['node_modules/', 'dist/', '.local/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...size,
      ...deviations,
      'no-undef': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    rules: { ...size, '@typescript-eslint/max-params': 'off', 'no-undef': 'off' },
    plugins: { '@typescript-eslint': ts.plugin },
  },
  {
    files: ['cloudfunctions/core/domain/**'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENUM, ...IMPURE] },
  },
  {
    files: ['src/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [CONTRACT_IS_TYPES] }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/services/**'],
    rules: {
      'no-restricted-properties': ['error', ...PLATFORM],
      'no-restricted-globals': ['error', { name: 'wx', message: 'Use src/services.' }],
    },
  },
  {
    // Taro and the tools read a default export here.
    files: [
      'src/app.ts',
      'src/app.tsx',
      'src/app.config.ts',
      'src/pages/**/*.{ts,tsx}',
      'config/*.{ts,mjs}',
      'tests/**/*.config.ts',
      'tests/builders/taro.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', NO_ENUM] },
  },
  {
    files: ['src/**'],
    ignores: ['src/pages/**', 'src/app.tsx', 'src/app.config.ts', 'src/services/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENUM, ...PHONE_CLOCK] },
  },
  {
    files: ['src/app.tsx', 'src/pages/**'],
    rules: { 'no-restricted-syntax': ['error', NO_ENUM, ...PHONE_CLOCK] },
  },
  {
    // A table of cases may be long and have many columns.
    files: ['tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `expect.any(String)` is an `any` by jest's own types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // Damages are made to documents of every type.
    files: ['tests/books/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
  {
    // These print to a terminal, or are the log.
    files: ['config/**', 'cloudfunctions/local/**', 'cloudfunctions/core/runtime/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
)
