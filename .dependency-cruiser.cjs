// The arrows of docs/architecture.md §3. test/borders.test.ts plants one violation per rule and expects each to
// be found, and checks that modules are read at all (under TypeScript 7 only the parser swc reads any).

const test = '\\.test\\.tsx?$'
/** index.ts, server/index.ts, web/index.ts: what other modules may use. */
const doors = '^src/modules/[^/]+/((server|web)/)?index\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'platform-imports-no-module',
      comment: 'The platform has no domain words.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|cli)/' },
    },
    {
      name: 'modules-only-through-doors',
      comment: 'A module uses another through index.ts, server/index.ts or web/index.ts, never its stores.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', doors] },
    },
    {
      name: 'front-doors-only-through-doors',
      comment: 'server.ts, web.tsx and the commands know modules by their doors.',
      severity: 'error',
      from: { path: '^src/(server\\.ts|web\\.tsx|cli\\.ts|cli/)', pathNot: test },
      to: { path: '^src/modules/', pathNot: doors },
    },
    {
      name: 'web-imports-no-server',
      comment: 'Nothing of the server reaches the browser.',
      severity: 'error',
      from: { path: '^src/(web\\.tsx|(modules/[^/]+|platform)/web/)' },
      to: { path: '^src/(server\\.ts|cli\\.ts|cli/|(modules/[^/]+|platform)/server/)' },
    },
    {
      name: 'web-uses-no-node',
      comment: 'The browser has no node: modules.',
      severity: 'error',
      from: {
        path: '^src/(web\\.tsx|(modules/[^/]+|platform)/(web|contract)/|modules/[^/]+/(contract|rules|index)\\.ts)',
        pathNot: test,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-imports-no-web',
      comment: 'The server runs without a build step: nothing it reaches may be a .tsx.',
      severity: 'error',
      from: { path: '^src/(server\\.ts|cli\\.ts|cli/|(modules/[^/]+|platform)/server/)' },
      to: { path: ['^src/web\\.tsx', '^src/(modules/[^/]+|platform)/web/', '\\.tsx$'] },
    },
    {
      name: 'contract-and-rules-are-pure',
      comment:
        'contract and rules import only zod, platform/contract, and the contract and rules of modules.',
      severity: 'error',
      from: {
        path: '^src/(platform/contract/|modules/[^/]+/(contract(/|\\.ts)|rules(/|\\.ts)|index\\.ts))',
        pathNot: test,
      },
      to: {
        pathNot: [
          '^src/platform/contract/',
          '^src/modules/[^/]+/(contract(/|\\.ts)|rules(/|\\.ts)|index\\.ts)',
          'node_modules/zod/',
        ],
      },
    },
    {
      name: 'stores-stay-inside',
      comment: 'Only use cases and their tests touch a store; screens read for themselves.',
      severity: 'error',
      from: { path: '/(web|contract)/|/routes\\.ts$', pathNot: test },
      to: { path: '^src/modules/[^/]+/server/store\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Type imports may point back; code that runs may not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import exists.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production is in dependencies.',
      severity: 'error',
      from: {
        path: '^(src|bin)/',
        pathNot: [test, '^src/testing/', '^src/platform/server/testing/', '^src/cli/dev-'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
