import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')
let tree: string

/** A small tree under the same law, so that a planted breach never touches the real one. */
beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'nightjar-law-'))
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    await cp(join(root, file), join(tree, file))
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  await plant('core/event/event.ts', 'export const event = 1\n')
  await plant(
    'core/store/create-store.ts',
    "import { createClient } from '@clickhouse/client'\nexport const store = createClient\n",
  )
  await plant('core/tenant/grant-scope.ts', 'export const grantScope = 1\nexport type TenantScope = number\n')
  await plant('server/main.ts', "import { event } from '#core/event/event'\nexport const server = event\n")
  await plant('server/graphql/alert/resolvers.ts', 'export const resolvers = 1\n')
  await plant('server/graphql/alert/alert-service.ts', 'export const service = 1\n')
  await plant('workers/main.ts', 'export const worker = 1\n')
  await plant('cli/up.ts', "import { server } from '../server/main.ts'\nexport const up = server\n")
  await plant('web/page.ts', "import { event } from '#core/event/event'\nexport const page = event\n")
})

afterAll(() => rm(tree, { recursive: true, force: true }))

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await writeFile(join(tree, path), text)
}

async function brokenRules(): Promise<string[]> {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    cruiser,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'core',
    'server',
    'workers',
    'cli',
    'web',
  ]
  const { stdout } = await run(process.execPath, args, { cwd: tree, maxBuffer: 1 << 26 }).catch(
    (error) => error,
  )
  const { summary } = JSON.parse(stdout)
  return summary.violations.map((violation: { rule: { name: string } }) => violation.rule.name)
}

test('a tree that keeps the law passes', async () => {
  expect(await brokenRules()).toEqual([])
})

test.each([
  [
    'no-cycles',
    'core/event/other.ts',
    "import './event.ts'\nimport './third.ts'\n",
    'core/event/third.ts',
    "import './other.ts'\n",
  ],
  ['core-imports-core', 'core/event/breach.ts', "import '../../server/main.ts'\n"],
  ['processes-stay-apart', 'workers/breach.ts', "import '../server/main.ts'\n"],
  ['cli-starts-mains', 'cli/breach.ts', "import '../server/graphql/alert/resolvers.ts'\n"],
  ['web-sees-doors-only', 'web/breach.ts', "import '../core/store/create-store.ts'\n"],
  ['web-sees-doors-only', 'web/breach.ts', "import '../server/main.ts'\n"],
  ['pure-rooms-do-no-io', 'core/parse/breach.ts', "import 'node:fs'\n"],
  ['pure-rooms-do-no-io', 'core/detect/breach.ts', "import '../store/create-store.ts'\n"],
  ['pure-rooms-do-no-io', 'core/investigate/breach.ts', "import '../store/create-store.ts'\n"],
  ['only-store-has-clickhouse', 'server/breach.ts', "import '@clickhouse/client'\n"],
  ['only-records-has-prisma', 'workers/breach.ts', "import '@prisma/adapter-pg'\n"],
  ['only-queues-has-bullmq', 'server/breach.ts', "import 'bullmq'\n"],
  ['only-queues-and-signals-have-redis', 'server/breach.ts', "import 'ioredis'\n"],
  [
    'scopes-are-granted-at-doors',
    'server/graphql/alert/breach.ts',
    "import { grantScope } from '#core/tenant/grant-scope'\nexport const x = grantScope\n",
  ],
  [
    'graphql-modules-meet-through-services',
    'server/graphql/event/breach.ts',
    "import '../alert/resolvers.ts'\n",
  ],
  ['no-test-code-in-the-product', 'core/event/breach.ts', "import 'vitest/node'\n"],
  ['not-to-unresolvable', 'core/event/breach.ts', "import './nowhere.ts'\n"],
])('breach of %s in %s fails', async (rule, ...files) => {
  const paths = files.filter((_, index) => index % 2 === 0)
  for (const [index, path] of paths.entries()) await plant(path, files[index * 2 + 1] ?? '')
  try {
    expect(await brokenRules()).toContain(rule)
  } finally {
    for (const path of paths) await rm(join(tree, path))
  }
})

test('what the law allows passes: a type of the scope, a service of another module', async () => {
  await plant(
    'server/graphql/event/allowed.ts',
    "import type { TenantScope } from '#core/tenant/grant-scope'\nimport '../alert/alert-service.ts'\nexport type X = TenantScope\n",
  )
  expect(await brokenRules()).toEqual([])
  await rm(join(tree, 'server/graphql/event/allowed.ts'))
})
