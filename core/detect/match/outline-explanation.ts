import type { FieldValue } from '../../event/event.ts'
import type { Explained } from './matcher.ts'

/** A line of a condition that was held against an event, to be shown as it is. */
export interface OutlineRow {
  /** 0 for the whole condition. */
  depth: number
  kind: 'all' | 'any' | 'not' | 'selection' | 'test'
  holds: boolean
  /** Of a selection, or of the field that a test asks for; undefined for keywords. */
  name: string | undefined
  modifiers: readonly string[]
  /** Of a test with several values, whether all must hold or any. */
  needs: 'all' | 'any'
  /** What a test asks for: first those that hold; {@link OutlineRow.wantedCount} says how many there are. */
  wanted: readonly { text: string; holds: boolean }[]
  wantedCount: number
  /** The event has no such field. */
  isMissing: boolean
  /** The field of the event that was looked at. */
  field: string | undefined
  /** Its values, first one that meets the test; of a keyword the text that it stands in. */
  found: readonly string[]
  foundCount: number
}

export interface Outline {
  rows: readonly OutlineRow[]
  /** Rows that are left out. */
  left: number
}

const MOST_ROWS = 500
const MOST_VALUES = 12
const MOST_FOUND = 12
const LONGEST = 1_000

type Test = Extract<Explained, { kind: 'test' }>

/**
 * An explanation as rows, parents before their parts. Tests of one field side by side become one row, however many
 * values a rule lists; a group of one says nothing that its part does not say.
 */
export function outlineExplanation(condition: Explained): Outline {
  const rows: OutlineRow[] = []
  let left = 0

  function add(row: OutlineRow): void {
    if (rows.length < MOST_ROWS) rows.push(row)
    else left++
  }

  function visit(node: Explained, depth: number): void {
    if (node.kind === 'test') {
      add(rowOfTests([node], 'any', depth))
    } else if (node.kind === 'all' || node.kind === 'any') {
      const groups = groupsOf(node.of)
      const isGroup = groups.length !== 1
      if (isGroup) add(rowOfGroup(node, depth, undefined))
      for (const group of groups) visitGroup(group, node.kind, isGroup ? depth + 1 : depth)
    } else {
      add(rowOfGroup(node, depth, node.kind === 'selection' ? node.name : undefined))
      for (const child of node.of) visit(child, depth + 1)
    }
  }

  function visitGroup(group: Group, needs: 'all' | 'any', depth: number): void {
    if (group.tests) add(rowOfTests(group.tests, needs, depth))
    else visit(group.node, depth)
  }

  visit(condition, 0)
  return { rows, left }
}

type Group = { tests: Test[]; node?: never } | { tests?: never; node: Explained }

/** Tests that ask the same of the same field, each with another value, are one. */
function groupsOf(nodes: readonly Explained[]): Group[] {
  const groups: Group[] = []
  let key: string | undefined
  for (const node of nodes) {
    if (node.kind !== 'test') {
      groups.push({ node })
      key = undefined
      continue
    }
    const { name, modifiers } = node.parts
    const own = JSON.stringify([name, modifiers])
    const last = groups.at(-1)
    if (own === key && last?.tests) last.tests.push(node)
    else groups.push({ tests: [node] })
    key = own
  }
  return groups
}

const NO_TEST: Omit<OutlineRow, 'depth' | 'kind' | 'holds' | 'name'> = {
  ...{ modifiers: [], needs: 'any', wanted: [], wantedCount: 0 },
  ...{ isMissing: false, field: undefined, found: [], foundCount: 0 },
}

function rowOfGroup(
  { kind, holds }: Exclude<Explained, Test>,
  depth: number,
  name: string | undefined,
): OutlineRow {
  return { ...NO_TEST, depth, kind, holds, name }
}

function rowOfTests(tests: readonly Test[], needs: 'all' | 'any', depth: number): OutlineRow {
  const holding = tests.filter((test) => test.holds)
  const rest = tests.filter((test) => !test.holds)
  const [first] = [...holding, ...rest]
  if (!first) throw new Error('A row of no tests')
  const { name, modifiers } = first.parts
  const values = first.hit === undefined ? textsOf(first.value) : hitFirst(first.hit, first.value)
  return {
    ...{ depth, kind: 'test', needs, name, modifiers },
    holds: needs === 'all' ? rest.length === 0 : holding.length > 0,
    wanted: [...holding, ...rest]
      .slice(0, MOST_VALUES)
      .map(({ parts, holds }) => ({ text: clip(parts.value), holds })),
    wantedCount: tests.length,
    isMissing: name !== undefined && first.value === undefined,
    field: first.field,
    found: values.slice(0, MOST_FOUND).map(clip),
    foundCount: values.length,
  }
}

function hitFirst(hit: FieldValue, value: FieldValue | null | undefined): string[] {
  const texts = textsOf(value)
  const at = texts.indexOf(String(hit))
  return [String(hit), ...texts.slice(0, at), ...texts.slice(at + 1)]
}

function textsOf(value: FieldValue | null | undefined): string[] {
  if (value === undefined) return []
  if (value === null) return ['null']
  return typeof value === 'object' ? value.map(String) : [String(value)]
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
