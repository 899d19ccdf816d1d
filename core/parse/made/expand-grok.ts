import { nearestName } from '../../detect/sources/nearest-name.ts'
import { GROK_PATTERNS } from './grok-patterns.ts'
import { VALUE_TYPES, type ValueType } from './made-parser.ts'

/** What a group of an expanded pattern captures. */
export interface Capture {
  name: string
  type: ValueType
}

export interface ExpandedGrok {
  /** RE2, with groups `g0`, `g1` ... */
  source: string
  captures: readonly Capture[]
}

const MAX_DEPTH = 20
/** Of the expanded pattern: what it costs grows with it. */
const MAX_LENGTH = 10_000
const REFERENCE = /%\{([A-Z][A-Z0-9_]*)(?::([^:}]{1,200}))?(?::([a-z]+))?\}/g
const NAMED = /\(\?P?<([A-Za-z_][\w.]*)>/g

/**
 * `%{NAME}`, `%{NAME:field}`, `%{NAME:field:type}` and named groups to one RE2 pattern.
 * @throws Error that says which name is unknown, or what is too large
 */
export function expandGrok(pattern: string): ExpandedGrok {
  const captures: Capture[] = []
  const groupOf = (name: string, type: ValueType): string => {
    captures.push({ name, type })
    return `(?P<g${captures.length - 1}>`
  }

  function expand(text: string, depth: number): string {
    if (depth > MAX_DEPTH) throw new Error('the pattern refers to itself')
    const expanded = text.replace(REFERENCE, (_, name: string, field?: string, type = 'string') => {
      const known = Object.hasOwn(GROK_PATTERNS, name) ? GROK_PATTERNS[name] : undefined
      if (known === undefined) throw new Error(unknown(name))
      if (!isType(type)) throw new Error(`${type} is no type: use ${VALUE_TYPES.join(', ')}`)
      const head = field === undefined ? '(?:' : groupOf(dotted(field), type)
      return `${head}${expand(known, depth + 1)})`
    })
    if (expanded.length > MAX_LENGTH) throw new Error(`the pattern grows beyond ${MAX_LENGTH} characters`)
    return expanded
  }

  const named = pattern.replace(NAMED, (_, name: string) => groupOf(name, 'string'))
  const source = expand(named, 0)
  return { source, captures }
}

/** Logstash writes `[source][ip]` for `source.ip`. */
const dotted = (name: string): string =>
  /^(?:\[[^[\]]+\])+$/.test(name) ? name.slice(1, -1).replaceAll('][', '.') : name

const isType = (text: string): text is ValueType => VALUE_TYPES.some((type) => type === text)

function unknown(name: string): string {
  const near = nearestName(name, Object.keys(GROK_PATTERNS), 2)
  return `there is no pattern ${name}${near ? `: did you mean ${near}?` : ''}`
}
