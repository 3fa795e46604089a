/**
 * Import rules: downward only, doors → app → domain and db → libs.
 * The rules look at sources; what a package exports from dist is its source's business.
 */
const service = '^services/([^/]+)/';
const inside = '^services/$1/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or three. Types may point both ways: they are gone at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-service-imports-a-service',
      comment: 'What a service needs of another it asks by NATS or keeps as its own read table.',
      severity: 'error',
      from: { path: service },
      to: { path: '^(services|node_modules/@wufang)/(gateway|registry|intake|dispatch|deliberation|scoring|notify)/', pathNot: inside },
    },
    {
      name: 'domain-is-pure',
      comment: 'A rule imports domain, kernel and contracts: no clock, environment, network or database.',
      severity: 'error',
      from: { path: `${service}src/domain/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: [`${inside}src/domain/`, '^(libs|node_modules/@wufang)/(kernel|contracts)/'] },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^libs/kernel/', '^(node:)?(crypto)$'] },
    },
    {
      name: 'contracts-know-kernel-and-zod',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: ['\\.test\\.ts$', '/(print|generate)[^/]*'] },
      to: { path: ['^(libs|node_modules/@wufang)/(service|servers|testing|api-client)/', '^services/', '^deploy/'] },
    },
    {
      name: 'libs-know-no-service',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: ['^services/', '^deploy/'] },
    },
    {
      name: 'app-imports-downward',
      comment: 'A use case knows domain, db, clients and libs; doors know it, not the other way round.',
      severity: 'error',
      from: { path: `${service}src/app/` },
      to: { path: `${inside}src/(rpc|events|jobs)/` },
    },
    {
      name: 'db-imports-domain-and-libs',
      severity: 'error',
      from: { path: `${service}src/db/` },
      to: { path: `${inside}src/(app|rpc|events|jobs|clients)/` },
    },
    {
      name: 'kysely-in-db-alone',
      severity: 'error',
      from: { path: ['^services/', '^libs/'], pathNot: ['/src/db/', '^libs/(service|testing)/', '/test/', '\\.test\\.ts$'] },
      to: { path: '(^|node_modules/)kysely/' },
    },
    {
      name: 'plumbing-in-libs-service-alone',
      comment: 'Pools, NATS, BullMQ, Redis and the logger are set up in one place.',
      severity: 'error',
      from: { path: ['^services/', '^libs/'], pathNot: ['^libs/(service|servers|testing)/', '/test/', '\\.test\\.ts$'] },
      to: { path: '(^|node_modules/)(@nats-io|bullmq|ioredis|pino|pg)/' },
    },
    {
      name: 'no-network-but-through-the-plumbing',
      comment:
        'What a service decides it decides by itself: no classifier, rule or use case opens a connection. The gateway is the one door.',
      severity: 'error',
      from: { path: '^services/(?!gateway/)[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|inspector|child_process)(/|$)|(^|node_modules/)(undici|axios|got|node-fetch|ws)(/|$)',
      },
    },
    {
      name: 'deep-imports',
      comment: 'Across packages by name; there is no way into the inside of another package.',
      severity: 'error',
      from: { path: '^(libs|services|deploy)/([^/]+)/' },
      to: { path: '^(libs|services)/[^/]+/(src|test)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'web-knows-the-client-and-the-contract',
      comment: 'Pages ask over HTTP; of the rest of the house they know the words alone.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(libs|services|deploy|node_modules/@wufang)/', pathNot: '^(libs|node_modules/@wufang)/(api-client|contracts)/' },
    },
    {
      name: 'features-stand-beside-each-other',
      comment: 'What two features share belongs to components or lib.',
      severity: 'error',
      from: { path: '^web/src/desk/features/([^/]+)/' },
      to: { path: '^web/src/desk/(features/(?!$1/)|app/)' },
    },
    {
      name: 'resident-is-light',
      comment: 'The residents’ entry works on an old phone: no React, no component library, no schemas.',
      severity: 'error',
      from: { path: '^web/src/resident/' },
      to: {
        path: ['^web/src/desk/', '(^|/)node_modules/(react|react-dom|antd|zod)/', '^libs/contracts/(dist/)?src/(?!(labels|figures))'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts', '.json'],
    },
  },
};
