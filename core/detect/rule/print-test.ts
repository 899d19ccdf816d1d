import { type Affix, ANY, type Test } from './condition.ts'
import { printTextPattern } from './text-pattern.ts'

/** A test taken apart, each part as a rule author would write it. */
export interface TestParts {
  /** Of the field; absent for keywords. */
  name?: string
  modifiers: readonly string[]
  value: string
}

/** A test as a rule author would write it: `CommandLine|contains: ' -enc '`. */
export function printTest({ name = '', modifiers, value }: TestParts): string {
  const key = [name, ...modifiers].join('|')
  return key === '' ? value : `${key}: ${value}`
}

export function partsOfTest(test: Test): TestParts {
  return { ...(test.field === undefined ? {} : { name: test.field }), ...writtenOf(test) }
}

function writtenOf(test: Test): Omit<TestParts, 'name'> {
  switch (test.op) {
    case 'text': {
      const { affix, inner } = affixOf(test.pattern, test.field === undefined)
      const modifiers = [...(affix ? [affix] : []), ...(test.cased ? ['cased'] : [])]
      return { modifiers, value: `'${printTextPattern(inner)}'` }
    }
    case 'regex':
      return { modifiers: ['re', ...test.flags], value: `'${test.source}'` }
    case 'cidr':
      return { modifiers: ['cidr'], value: test.network }
    case 'compare':
      return { modifiers: [test.than], value: String(test.value) }
    case 'time':
      return { modifiers: [test.part, ...(test.than === 'eq' ? [] : [test.than])], value: String(test.value) }
    case 'fieldref':
      return { modifiers: ['fieldref', ...(test.affix === 'equals' ? [] : [test.affix])], value: test.other }
    case 'exists':
      return { modifiers: ['exists'], value: String(test.present) }
    case 'null':
      return { modifiers: [], value: 'null' }
  }
}

type Pattern = Extract<Test, { op: 'text' }>['pattern']

/** Wildcards at the ends read better as modifiers. */
function affixOf(pattern: Pattern, keyword: boolean): { affix: Affix | undefined; inner: Pattern } {
  const open = pattern.length > 1 && pattern[0] === ANY
  const close = pattern.length > 1 && pattern.at(-1) === ANY
  if (open && close && pattern.length > 2)
    return { affix: keyword ? undefined : 'contains', inner: pattern.slice(1, -1) }
  if (open && !close) return { affix: 'endswith', inner: pattern.slice(1) }
  if (close && !open) return { affix: 'startswith', inner: pattern.slice(0, -1) }
  return { affix: undefined, inner: pattern }
}
