import type { z } from 'zod'
import { BadInput } from '../questions/bad-input.ts'

/**
 * @param names what the API calls arguments that the schema calls otherwise
 * @throws BadInput with a mistake for each argument at fault
 */
export function readInput<Output>(
  schema: z.ZodType<Output>,
  given: unknown,
  names: Readonly<Record<string, string>> = {},
): Output {
  const read = schema.safeParse(given, { error: say })
  if (read.success) return read.data
  throw new BadInput(
    read.error.issues.map(({ message, path: [first, ...rest] }) => {
      const path = [names[String(first)] ?? String(first), ...rest.map(String)]
      return { path, message: `${path.join('.')} ${message}` }
    }),
  )
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Where a schema says nothing better. Undefined leaves it to zod. */
function say(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      if (issue.minimum === 1 && unitOf(issue.origin) !== '') return 'must not be empty'
      return `must ${holds(issue.origin)} at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `must ${holds(issue.origin)} at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join(', ')
    default:
      return undefined
  }
}

function holds(origin: string): string {
  return unitOf(origin) === '' ? 'be' : 'have'
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
