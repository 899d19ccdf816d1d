import { ANY, ONE, type TextPattern } from '../rule/condition.ts'
import type { StatementParts } from './statement-parts.ts'

/** What `multiSearchAny` takes at once. */
const MAX_NEEDLES = 255

/** Patterns of one shape, so that a list of thousands is a few functions with bound lists. */
interface Shapes {
  anything: boolean
  whole: string[]
  inside: string[]
  starts: string[]
  ends: string[]
  like: string[]
}

/**
 * Whether a text fits one of the patterns.
 * @param text SQL of a text of the same case folding as the patterns
 */
export function textTest(parts: StatementParts, patterns: readonly TextPattern[], text: string): string {
  const { anything, whole, inside, starts, ends, like } = shapesOf(patterns)
  if (anything) return '1'
  const tests: string[] = []
  if (whole.length > 0) tests.push(isOneOf(parts, whole, text))
  for (let i = 0; i < inside.length; i += MAX_NEEDLES) {
    const needles = inside.slice(i, i + MAX_NEEDLES)
    const [needle = ''] = needles
    tests.push(
      needles.length === 1
        ? `position(${text}, ${parts.bind('String', needle)}) > 0`
        : `multiSearchAny(${text}, ${parts.bind('Array(String)', needles)})`,
    )
  }
  for (const [bytes, heads] of byBytes(starts))
    tests.push(isOneOf(parts, heads, `substring(${text}, 1, ${bytes})`))
  for (const [bytes, tails] of byBytes(ends)) tests.push(isOneOf(parts, tails, `right(${text}, ${bytes})`))
  for (const pattern of like) tests.push(`${text} LIKE ${parts.bind('String', pattern)}`)
  return tests.join(' OR ')
}

function shapesOf(patterns: readonly TextPattern[]): Shapes {
  const shapes: Shapes = { anything: false, whole: [], inside: [], starts: [], ends: [], like: [] }
  for (const written of patterns) {
    const pattern = written.filter((part) => part !== '')
    const [first, second, third] = pattern
    const { length } = pattern
    if (length === 0) shapes.whole.push('')
    else if (pattern.every((part) => part === ANY)) shapes.anything = true
    else if (length === 1 && typeof first === 'string') shapes.whole.push(first)
    else if (length === 2 && typeof first === 'string' && second === ANY) shapes.starts.push(first)
    else if (length === 2 && first === ANY && typeof second === 'string') shapes.ends.push(second)
    else if (length === 3 && first === ANY && typeof second === 'string' && third === ANY)
      shapes.inside.push(second)
    else shapes.like.push(likeOf(pattern))
  }
  return shapes
}

function isOneOf(parts: StatementParts, values: readonly string[], text: string): string {
  const [value = ''] = values
  return values.length === 1
    ? `${text} = ${parts.bind('String', value)}`
    : `${text} IN ${parts.bind('Array(String)', values)}`
}

const utf8 = new TextEncoder()

/** ClickHouse cuts texts by bytes. */
function byBytes(texts: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const text of texts) {
    const bytes = utf8.encode(text).length
    const group = groups.get(bytes)
    if (group) group.push(text)
    else groups.set(bytes, [text])
  }
  return groups
}

function likeOf(pattern: TextPattern): string {
  return pattern
    .map((part) => (part === ANY ? '%' : part === ONE ? '_' : part.replace(/[\\%_]/g, '\\$&')))
    .join('')
}
