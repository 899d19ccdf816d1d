import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ANY, type Condition, ONE, type Test, type TextPattern } from './condition.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readRules } from './read-rules.ts'
import { readWholeYaml } from './read-whole-yaml.ts'
import type { SigmaRule } from './sigma-rule.ts'

/** SigmaHQ's rules and what pySigma makes of them, where they lie beside the checkout. */
const CORPUS = '../shared/sigma/corpus'
const ORACLE = '../shared/sigma/sigma-ir.json.gz'
const CORE = [
  'rules',
  'rules-emerging-threats',
  'rules-threat-hunting',
  'rules-compliance',
  'rules-placeholder',
]

interface Leaf {
  f: string | null
  op: string
  v?: unknown
  fl?: string
}
type Tree = ['leaf', Leaf] | ['and' | 'or', Tree[]] | ['not', Tree]

function filesOf(folder: string): string[] {
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml'))
    .map((file) => join(CORPUS, folder, file))
}

/** Invented values for every placeholder that a text names. */
function placeholdersIn(text: string): Record<string, string[]> {
  const names = [...text.matchAll(/%([^%\s\\]+)%/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, [`${name}-1`, `${name}-2`]]))
}

function read(file: string) {
  const text = readFileSync(file, 'utf8')
  return readRules(text, file, placeholdersIn(text))
}

test('all core rules load, those with placeholders when given lists', (context) => {
  if (!existsSync(CORPUS)) context.skip(`${CORPUS} is not there`)
  const files = CORE.flatMap(filesOf)
  const all = files.map(read)
  expect(all.flatMap(({ errors }) => errors)).toEqual([])
  expect(all.flatMap(({ rules }) => rules).length).toBe(3_780)
})

test('what the plain reader reads is what the whole of YAML reads', (context) => {
  if (!existsSync(CORPUS)) context.skip(`${CORPUS} is not there`)
  const texts = CORE.flatMap(filesOf).map((file) => readFileSync(file, 'utf8'))
  const plain = texts.map((text) => readPlainYaml(text))
  expect(plain.filter((documents) => documents).length).toBeGreaterThan(3_700)
  for (const [i, text] of texts.entries()) {
    const whole = plain[i] && readWholeYaml(text, (_, message) => expect.fail(message))
    if (JSON.stringify(plain[i]) !== JSON.stringify(whole)) expect(plain[i]).toEqual(whole)
  }
})

test('each rule is the tree that pySigma makes of it', (context) => {
  if (!existsSync(CORPUS) || !existsSync(ORACLE)) context.skip(`${CORPUS} or ${ORACLE} is not there`)
  const oracle = JSON.parse(gunzipSync(readFileSync(ORACLE)).toString()) as {
    id: string
    path: string
    title: string
    level: string
    ls: [string | null, string | null, string | null]
    cond: Tree
  }[]
  const different: string[] = []
  for (const { id, path, title, level, ls, cond } of oracle) {
    const rule = readRules(readFileSync(join(CORPUS, path), 'utf8'), path).rules.find((one) => one.id === id)
    const logSource = rule && [rule.logSource.product, rule.logSource.category, rule.logSource.service]
    const head = rule && [rule.title, rule.level, ...(logSource ?? []).map((part) => part ?? null)]
    const same =
      rule &&
      JSON.stringify(head) === JSON.stringify([title, level, ...ls]) &&
      canonical(treeOf(rule.condition)) === canonical(cond)
    if (!same) different.push(id)
  }
  process.stdout.write(`parse oracle: ${oracle.length - different.length} of ${oracle.length} alike\n`)
  expect(oracle.length).toBe(3_755)
  expect(different).toEqual([])
})

test('deprecated and unsupported rules load, or say what is out of date', (context) => {
  if (!existsSync(CORPUS)) context.skip(`${CORPUS} is not there`)
  // Four conditions are prose: "write ... to list ...; then if ...".
  const legacy = /aggregations are not|timeframe is not part|no selection is named 'write'|^unexpected/
  const files = ['deprecated', 'unsupported'].flatMap(filesOf)
  const rules: SigmaRule[] = []
  for (const file of files) {
    const one = read(file)
    rules.push(...one.rules)
    for (const error of one.errors) {
      expect([file, error.message]).toEqual([file, expect.stringMatching(legacy)])
      expect(error.mend).not.toBe('')
    }
    expect(one.rules.length + one.errors.length).toBeGreaterThan(0)
  }
  expect(files.length).toBe(259)
  expect(rules.length).toBeGreaterThan(170)
})

/** Order and repetition of operands, nesting of equal operators and single operands say nothing. */
function canonical(tree: Tree): string {
  if (tree[0] === 'leaf')
    return JSON.stringify(Object.entries(normal(tree[1])).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (tree[0] === 'not') return `not(${canonical(tree[1])})`
  const [operator] = tree
  const operands = new Set(flatten(operator, tree).map(canonical))
  const [only = ''] = operands
  return operands.size === 1 ? only : `${operator}(${[...operands].sort().join()})`
}

/** Numbers and booleans are compared as text by us, and a `*` at an end of a keyword says nothing. */
function normal(leaf: Leaf): Leaf {
  if (leaf.op === 'num' || leaf.op === 'bool')
    return { ...leaf, op: leaf.f === null ? 'kw' : 'exact', v: String(leaf.v) }
  if (leaf.op !== 'glob' || leaf.f !== null) return leaf
  const parts = leaf.v as [kind: string, text: string][]
  const inner = parts.filter(([kind, text], i) => kind + text !== 'w*' || (i > 0 && i < parts.length - 1))
  return inner.length === 1 ? { ...leaf, op: 'kw', v: inner[0]?.[1] } : { ...leaf, v: inner }
}

function flatten(operator: 'and' | 'or', tree: Tree): Tree[] {
  if (tree[0] === operator) return tree[1].flatMap((one) => flatten(operator, one))
  const inner = tree[0] === 'and' || tree[0] === 'or' ? tree[1] : []
  return inner.length === 1 && inner[0] ? flatten(operator, inner[0]) : [tree]
}

function treeOf(condition: Condition): Tree {
  switch (condition.kind) {
    case 'all':
      return ['and', condition.of.map(treeOf)]
    case 'any':
      return ['or', condition.of.map(treeOf)]
    case 'not':
      return ['not', treeOf(condition.of)]
    case 'selection':
      return treeOf(condition.of)
    case 'test':
      return ['leaf', leafOf(condition.test)]
  }
}

function leafOf(test: Test): Leaf {
  const f = test.field ?? null
  switch (test.op) {
    case 'text':
      return { f, ...textLeaf(test.pattern, f === null) }
    case 'regex':
      return { f, op: 're', v: test.source, fl: test.flags }
    case 'cidr':
      return { f, op: 'cidr', v: test.network }
    case 'fieldref':
      return { f, op: 'ref', v: test.other }
    case 'null':
      return { f, op: 'null' }
    default:
      return { f, op: test.op }
  }
}

function textLeaf(pattern: TextPattern, keyword: boolean): { op: string; v: unknown } {
  const open = pattern[0] === ANY
  const close = pattern.length > 1 && pattern.at(-1) === ANY
  const inner = pattern.slice(open ? 1 : 0, close ? -1 : undefined)
  const [only = ''] = inner
  if (keyword && inner.length === 1 && open && close) return { op: 'kw', v: only }
  if (inner.length <= 1 && typeof only === 'string') {
    if (open && close) return { op: 'contains', v: only }
    if (open) return only === '' ? { op: 'any', v: '' } : { op: 'endswith', v: only }
    return { op: close ? 'startswith' : 'exact', v: only }
  }
  const parts = keyword ? inner : pattern
  return {
    op: 'glob',
    v: parts.map((part) => (part === ANY ? ['w', '*'] : part === ONE ? ['w', '?'] : ['s', part])),
  }
}
