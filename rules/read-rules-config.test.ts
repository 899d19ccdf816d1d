import { expect, test } from 'vitest'
import { parseRulesConfig } from './read-rules-config.ts'

test('an empty file changes nothing', () => {
  for (const text of ['', '# nothing yet\n', 'folders: []'])
    expect(parseRulesConfig(text, 'r.yml')).toEqual({ folders: [], placeholders: {}, tenants: {} })
})

test('folders, policies, placeholders and tenants are read', () => {
  const text = `
folders:
  - path: checkout
    on: { level: high, status: stable }
    shadow: {}
placeholders:
  Admins: [root, 4711]
tenants:
  kestrel:
    off: [a]
    level: { b: critical }
    rules: kestrel
    placeholders: { Admins: [svc-admin] }
`
  expect(parseRulesConfig(text, 'r.yml')).toEqual({
    folders: [
      {
        path: 'checkout',
        on: { level: 'high', status: 'stable' },
        shadow: { level: 'informational', status: 'experimental' },
        off: [],
      },
    ],
    placeholders: { Admins: ['root', '4711'] },
    tenants: {
      kestrel: {
        ...{ on: [], shadow: [], off: ['a'], level: { b: 'critical' }, rules: 'kestrel' },
        placeholders: { Admins: ['svc-admin'] },
      },
    },
  })
})

test('everything wrong is told at once, each with its place', () => {
  const text = `
folders:
  - { path: x, on: { level: severe } }
  - { shadow: { from: low } }
tenants:
  Not A Slug: {}
  kestrel: { of: [a], level: { b: loud } }
rules: x
`
  const message = (() => {
    try {
      return JSON.stringify(parseRulesConfig(text, 'r.yml'))
    } catch (error) {
      return String(error)
    }
  })()
  expect(message).toContain('The rules configuration r.yml is wrong:')
  for (const place of [
    'folders.0.on.level',
    'folders.1.path',
    'folders.1.shadow',
    'tenants.Not A Slug',
    'tenants.kestrel:',
    'tenants.kestrel.level.b',
    'the whole:',
  ])
    expect(message).toContain(`\n  ${place}`)
})

test('what is not YAML is told with its line', () => {
  expect(() => parseRulesConfig('folders: []\nfolders: []\n', 'r.yml')).toThrow(/line 2: .*unique/)
})
