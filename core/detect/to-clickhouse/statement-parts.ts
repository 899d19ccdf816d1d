import { UserError } from '../../errors.ts'

type SqlType = 'String' | 'Array(String)' | 'Float64' | 'IPv6'

/** What the conditions of one statement share: bound values, and expressions that are written once and then named. */
export interface StatementParts {
  readonly params: Readonly<Record<string, unknown>>
  /** Registers a value and returns the place that stands for it; equal values share one. */
  bind(type: SqlType, value: string | number | readonly string[]): string
  /** The expression with a name at its first use in the text, its name from then on. */
  once(name: string, expression: () => string): string
}

/** Of what a rule asks for in values: a megabyte of needles is more than any rule of a person. */
const MAX_PARAM_CHARACTERS = 2_000_000

/** @throws UserError when the values take too much room */
export function createStatementParts(): StatementParts {
  const params: Record<string, unknown> = {}
  const places = new Map<string, string>()
  const names = new Map<string, string>()
  let characters = 0
  return {
    params,
    bind(type, value) {
      const key = `${type} ${JSON.stringify(value)}`
      const known = places.get(key)
      if (known) return known
      characters += key.length
      if (characters > MAX_PARAM_CHARACTERS) throw ruleTooLarge('its values are too many or too long')
      const name = `rule_${places.size}`
      params[name] = value
      const place = `{${name}:${type}}`
      places.set(key, place)
      return place
    },
    once(key, expression) {
      const known = names.get(key)
      if (known) return known
      const sql = expression()
      const name = `rule_part_${names.size}`
      names.set(key, name)
      return `(${sql} AS ${name})`
    },
  }
}

export function ruleTooLarge(why: string): UserError {
  return new UserError(
    'RULE_TOO_LARGE',
    `The rule cannot be run over stored events: ${why}. Split it into several rules`,
  )
}
