// The import law. CONTRIBUTING.md says it in words; .ci/import-law.test.ts plants breaches and sees them fail.
const pure = '^core/(event|parse|categorise|enrich|detect|search|investigate)/'
const tests = '\\.(test|int\\.test|e2e\\.test)\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true },
    },
    {
      name: 'core-imports-core',
      severity: 'error',
      comment: 'The kernel knows nobody who uses it.',
      from: { path: '^core/', pathNot: tests },
      to: { path: '^(server|workers|web|cli|embedded|bench|e2e|rules|prisma)/' },
    },
    {
      name: 'processes-stay-apart',
      severity: 'error',
      comment: 'Server, workers and web meet through core: queues, signals, store, records.',
      from: { path: '^(server|workers|embedded)/', pathNot: tests },
      to: { path: '^(server|workers|web|cli|embedded|bench|e2e)/', pathNot: '^$1/' },
    },
    {
      name: 'cli-starts-mains',
      severity: 'error',
      comment: 'The command line starts processes by their main and otherwise uses core.',
      from: { path: '^cli/', pathNot: tests },
      to: {
        path: '^(server|workers|web|embedded)/',
        pathNot:
          '^((server|workers|web)/main\\.ts|workers/reparse/run-reparse\\.ts|embedded/start-[a-z]+\\.ts|server/identity/create-person\\.ts)$',
      },
    },
    {
      name: 'web-sees-doors-only',
      severity: 'error',
      comment: 'The console talks GraphQL; of the kernel it uses grammar, completion and explanation.',
      from: { path: '^web/', pathNot: tests },
      to: { path: '^(core/(?!(event|search|detect)/)|server|workers|cli|embedded|bench|e2e)' },
    },
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      comment: 'Decisions are functions of their arguments; time is one of them.',
      from: { path: pure, pathNot: [tests, '^core/parse/generate-(registry|page)\\.ts$'] },
      to: {
        path: [
          '^core/(store|records|queues|signals|log|config)',
          '^(node:)?(fs|net|http|https|dgram|child_process|worker_threads|tls|dns|cluster)(/|$)',
          '(^|/)node_modules/(pg|ioredis|bullmq|@clickhouse|@prisma|pino)(/|$)',
        ],
      },
    },
    {
      name: 'only-store-has-clickhouse',
      severity: 'error',
      from: {
        path: '^(core|server|workers|cli|web|embedded)/',
        pathNot: ['^core/store/', '^embedded/', tests],
      },
      to: { path: '(^|/)node_modules/@clickhouse/' },
    },
    {
      name: 'only-records-has-prisma',
      severity: 'error',
      from: { path: '^(core|server|workers|cli|web|embedded)/', pathNot: ['^core/records/', tests] },
      to: { path: ['(^|/)node_modules/(@prisma|prisma)/', '^core/records/generated/'] },
    },
    {
      name: 'only-queues-has-bullmq',
      severity: 'error',
      from: { path: '^(core|server|workers|cli|web|embedded)/', pathNot: ['^core/queues/', tests] },
      to: { path: '(^|/)node_modules/bullmq/' },
    },
    {
      name: 'only-queues-and-signals-have-redis',
      severity: 'error',
      from: { path: '^(core|server|workers|cli|web|embedded)/', pathNot: ['^core/(queues|signals)/', tests] },
      to: { path: '(^|/)node_modules/ioredis/' },
    },
    {
      name: 'scopes-are-granted-at-doors',
      severity: 'error',
      comment: 'Who may make a TenantScope: where a right was just proved. All others are handed one.',
      from: {
        path: '^(core|server|workers|cli|web|embedded)/',
        pathNot: ['^core/tenant/', '^server/identity/', '^server/collect/', '^workers/', '^cli/', tests],
      },
      to: { path: '^core/tenant/grant-scope\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'graphql-modules-meet-through-services',
      severity: 'error',
      from: { path: '^server/graphql/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/graphql/([^/]+)/',
        pathNot: ['^server/graphql/$1/', '-service\\.ts$', '/generated/'],
      },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(core|server|workers|cli|web|embedded)/', pathNot: tests },
      to: { path: ['^(e2e|bench)/', tests, '(^|/)node_modules/(vitest|playwright-core)/'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['web/\\.next', 'web/next-env\\.d\\.ts'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
