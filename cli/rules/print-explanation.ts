import type { Explained, Explanation } from '#core/detect/match/matcher'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Paint } from '../terminal/create-paint.ts'
import { escapeText } from '../terminal/escape-text.ts'
import { blameOf, type ExplainedTest } from './blame-of.ts'

const MOST_CHILDREN = 20
const MOST_BLAMED = 5
const VALUE_LENGTH = 160

/** Why a rule did or did not fire on an event, and the truth of every part of its condition. */
export function printExplanation(
  rule: SigmaRule,
  { routed, matches, condition }: Explanation,
  paint: Paint,
): string {
  const lines = [
    `${paint('bold', escapeText(rule.title))}  ${escapeText(rule.id)}  ${rule.level}`,
    `${mark(matches, paint)} ${verdictOf(rule, routed, condition)}`,
    '',
    ...treeOf(condition, '', paint),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The tests that would have to come out otherwise, each with what it saw. */
export function printBlame(condition: Explained, wanted: boolean): string[] {
  const blamed = blameOf(condition, wanted)
  const lines = blamed.slice(0, MOST_BLAMED).map((test) => `${escapeText(test.test)}  ${seenBy(test)}`)
  if (blamed.length > MOST_BLAMED) lines.push(`… ${blamed.length - MOST_BLAMED} more`)
  return lines
}

function verdictOf(rule: SigmaRule, routed: boolean, condition: Explained): string {
  const source = escapeText(Object.entries(rule.logSource).flat().join(' '))
  if (!routed) {
    const other = condition.holds ? 'though its condition holds' : 'and its condition does not hold either'
    return `does not fire: the event is known to be of another log source than ${source}, ${other}`
  }
  if (condition.holds) return `fires: the event can be of the log source ${source}, and the condition holds`
  const blame = printBlame(condition, true).map((line) => `\n    ${line}`)
  return `does not fire: the condition does not hold, because of${blame.join('')}`
}

function treeOf(node: Explained, indent: string, paint: Paint): string[] {
  const head = `${indent}${mark(node.holds, paint)} `
  if (node.kind === 'test') return [`${head}${escapeText(node.test)}  ${paint('dim', seenBy(node))}`]
  const [only] = node.of
  // A group of one says nothing that its only part does not say.
  if (isGroup(node) && node.of.length === 1 && only) return treeOf(only, indent, paint)
  const inner = node.kind === 'selection' && only && isGroup(only) && only.of.length > 1 ? only : undefined
  const name = node.kind === 'selection' ? escapeText(node.name) : NAMES[node.kind]
  const { shown, left } = pickChildren(inner ?? node)
  return [
    `${head}${name}${inner ? `: ${NAMES[inner.kind]}` : ''}`,
    ...shown.flatMap((child) => treeOf(child, `${indent}  `, paint)),
    ...(left === 0 ? [] : [`${indent}  … ${left} more`]),
  ]
}

type Group = Extract<Explained, { kind: 'all' | 'any' | 'not' }>

function isGroup(node: Explained): node is Group {
  return node.kind === 'all' || node.kind === 'any'
}

/** Of a long list those that made it what it is. */
function pickChildren({ of, holds }: Exclude<Explained, { kind: 'test' }>) {
  const decisive = of.length <= MOST_CHILDREN ? of : of.filter((child) => child.holds === holds)
  const shown = decisive.slice(0, MOST_CHILDREN)
  return { shown, left: of.length - shown.length }
}

const NAMES = { all: 'all of', any: 'any of', not: 'not' } as const

function mark(holds: boolean, paint: Paint): string {
  return holds ? paint('green', '✓') : paint('red', '✗')
}

/** A keyword is printed without a field. */
function seenBy({ test, field, value, holds }: ExplainedTest): string {
  if (value !== undefined) {
    const text = typeof value === 'object' && value !== null ? value.join(', ') : String(value)
    return `← ${field === undefined ? '' : `${escapeText(field)} = `}${escapeText(text, VALUE_LENGTH)}`
  }
  if (/^['|]/.test(test)) return holds ? '← found' : '← not in the event'
  return '← no such field'
}
