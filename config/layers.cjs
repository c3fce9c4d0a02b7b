/** The layers of the house: who may know whom. Anything not listed is refused. */

const CORE = '^cloudfunctions/core'
const PACKAGE = 'node_modules/'
/** Taro, React and what runs in a page; the cloud's packages have no place on a phone. */
const PAGE_PACKAGES = '(@vant/area-data|@tarojs|@nutui|react|react-dom|zustand|dayjs)/'

const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const core = [
  only(
    'domain-is-pure',
    'The domain imports only itself; calendar alone knows dayjs.',
    { path: `${CORE}/domain/` },
    { pathNot: [`${CORE}/(domain|kernel)/`, `${PACKAGE}dayjs/`] },
  ),
  only(
    'dayjs-only-in-calendar',
    'One import of dayjs, so that a day begins in Shanghai everywhere.',
    { path: '^(cloudfunctions|src)/', pathNot: `${CORE}/kernel/calendar\\.ts$` },
    { path: `${PACKAGE}dayjs/` },
  ),
  only(
    'contract-knows-domain',
    'The contract imports itself, the domain and valibot.',
    { path: `${CORE}/contract/` },
    { pathNot: [`${CORE}/(contract|domain|kernel)/`, `${PACKAGE}valibot/`] },
  ),
  only(
    'data-knows-domain',
    'Data imports itself, the domain, and Node.',
    { path: `${CORE}/data/` },
    {
      pathNot: [`${CORE}/(data|domain|contract|kernel)/`, `${PACKAGE}wx-server-sdk/`],
      dependencyTypesNot: ['core'],
    },
  ),
  only(
    'data-knows-contract-by-type',
    'Data may name a view, not check an input.',
    { path: `${CORE}/data/` },
    { path: `${CORE}/contract/`, dependencyTypesNot: ['type-only'] },
  ),
  only(
    'operations-decide-and-save',
    'Operations import data, domain and contract.',
    { path: `${CORE}/operations/` },
    { pathNot: [`${CORE}/(operations|data|domain|contract|runtime|kernel)/`] },
  ),
  only(
    'operations-know-runtime-by-type',
    'What an operation needs of the runtime comes in its context.',
    { path: `${CORE}/operations/` },
    { path: `${CORE}/runtime/`, dependencyTypesNot: ['type-only'] },
  ),
  only(
    'runtime-stays-in-core',
    'The runtime imports the core, the SDK and Node.',
    { path: `${CORE}/runtime/` },
    {
      pathNot: [`${CORE}/`, `${PACKAGE}(wx-server-sdk|valibot)/`],
      dependencyTypesNot: ['core'],
    },
  ),
  only(
    'sdk-in-three-places',
    "The SDK's traps are closed once.",
    {
      path: '^(cloudfunctions|src)/',
      pathNot: [
        `${CORE}/data/(database|sdk)\\.ts$`,
        `${CORE}/runtime/`,
        '^cloudfunctions/functions/[^/]+/index\\.ts$',
        '^cloudfunctions/local/',
      ],
    },
    { path: `${PACKAGE}(wx-server-sdk|@cloudbase)/` },
  ),
]

const functions = [
  only(
    'functions-know-core',
    'A function imports its own folder, the core and the SDK.',
    { path: '^cloudfunctions/functions/([^/]+)/' },
    {
      pathNot: ['^cloudfunctions/functions/$1/', `${CORE}/`, `${PACKAGE}wx-server-sdk/`],
      dependencyTypesNot: ['core'],
    },
  ),
  only(
    'local-is-never-deployed',
    'The devcloud knows the core; nothing that is uploaded or shown knows the devcloud.',
    { path: '^(cloudfunctions/(core|functions)|src)/' },
    { path: '^(cloudfunctions/local|tests|config)/' },
  ),
  only(
    'local-knows-no-pages',
    'The devcloud serves what was built of the pages; it does not import them.',
    { path: '^cloudfunctions/local/' },
    { path: '^(src|tests)/' },
  ),
]

const pages = [
  only(
    'pages-know-contract-and-domain',
    'Pages import pages’ packages, the domain, and the types of the contract.',
    { path: '^src/' },
    { pathNot: ['^src/', `${CORE}/(domain|contract|kernel)/`, `${PACKAGE}${PAGE_PACKAGES}`] },
  ),
  only(
    'contract-in-pages-is-types',
    'Checks run in the cloud; on the phone they would be weight.',
    { path: '^src/' },
    { path: `${CORE}/contract/`, dependencyTypesNot: ['type-only'] },
  ),
  only(
    'components-are-props-and-events',
    'A component shown by two areas knows neither store nor service.',
    { path: '^src/components/' },
    { path: '^src/(stores|services|pages|hooks)/' },
  ),
  only(
    'areas-are-apart',
    'A subpackage stands alone: what two share lives in components, hooks or stores.',
    { path: '^src/pages/([^/]+)/', pathNot: '^src/pages/admin-' },
    { path: '^src/pages/', pathNot: '^src/pages/$1/' },
  ),
  only(
    'staff-groups-are-apart',
    'A group of staff pages imports its own folder and what all groups share, pages/admin.',
    { path: '^src/pages/(admin-[^/]+)/' },
    { path: '^src/pages/', pathNot: ['^src/pages/$1/', '^src/pages/admin/'] },
  ),
  only(
    'services-stand-below',
    'Services know no store and no page.',
    { path: '^src/(services|theme|copy)/' },
    { path: '^src/(stores|pages|components|hooks)/' },
  ),
  only(
    'stores-know-no-view',
    'A store is usable without a page.',
    { path: '^src/stores/' },
    { path: '^src/(pages|components|hooks)/' },
  ),
]

const everywhere = [
  only(
    'no-cycle',
    'A cycle is one module in two files, by value or by type; zustand slices are the exception.',
    { pathNot: '^src/stores/' },
    { circular: true },
  ),
  only(
    'no-orphan',
    'A file that nobody imports and that imports nobody is left over.',
    {
      orphan: true,
      path: '^(src|cloudfunctions)/',
      pathNot: [
        '\\.d\\.ts$',
        '^cloudfunctions/core/data/[^/]+/documents\\.ts$',
        '^src/.*\\.config\\.ts$',
        '^src/app\\.tsx?$',
      ],
    },
    {},
  ),
  only('nothing-unresolved', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
  only(
    'no-tool-in-the-product',
    'What is uploaded rests on dependencies, not on tools.',
    { path: '^(src|cloudfunctions/(core|functions))/' },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
    },
  ),
]

/**
 * The areas, lowest first: an area knows only those before it, on every layer. `storefront`, whose
 * pages show many areas at once, comes last; a new area takes its place in this list.
 */
const AREAS = [
  ...[
    'outbox',
    'set-aside',
    'migrations',
    'program',
    'members',
    'staff',
    'tiers',
    'lifecycle',
    'addresses',
    'points',
    'notifications',
    'platform',
  ],
  ...['moderation', 'catalog', 'stock', 'reminders', 'products', 'promotions', 'coupons'],
  ...['freight', 'pricing'],
  ...['orders', 'cart', 'after-sales', 'payments', 'reconciliation', 'reviews', 'questions'],
  ...[
    'service',
    'content',
    'events',
    'imports',
    'account',
    'customers',
    'workbench',
    'setup',
    'storefront',
  ],
]

/** The place of an area on any layer: its folder, or its file of the contract. */
const placeOf = (names) => {
  const one = `(${names.join('|')})`
  return `${CORE}/(domain|data|operations)/${one}/|${CORE}/contract/${one}(\\.ts$|/)`
}

const areas = AREAS.slice(0, -1).map((area, at) =>
  only(
    `${area}-knows-only-lower-areas`,
    'Arrows between areas go one way: down the list in config/layers.cjs.',
    { path: placeOf([area]) },
    { path: placeOf(AREAS.slice(at + 1)) },
  ),
)

/** Only these know many areas, and what belongs to no area knows none. */
const joins = [
  only(
    'kernel-stands-alone',
    'The kernel imports only itself; calendar alone knows dayjs.',
    { path: `${CORE}/kernel/` },
    { pathNot: [`${CORE}/kernel/`, `${PACKAGE}dayjs/`] },
  ),
  only(
    'app-is-for-functions',
    'The list of areas is for the functions and the local cloud; an area never asks for it.',
    { path: `${CORE}/operations/[^/]+/` },
    { path: `${CORE}/operations/app\\.ts$` },
  ),
  only(
    'data-foundation-knows-no-area',
    'What all areas store with knows none of them.',
    { path: `${CORE}/data/[^/]+\\.ts$` },
    { path: `${CORE}/data/[^/]+/` },
  ),
]

module.exports = {
  forbidden: [...areas, ...joins, ...core, ...functions, ...pages, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.local|coverage)/|\\.scss$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
