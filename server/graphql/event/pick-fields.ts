import { UserError } from '#core/errors'
import type { Fields } from '#core/event/event'

const MOST_NAMES = 100

/** @throws UserError BAD_USER_INPUT for more than 100 names */
export function pickFields(fields: Fields, names: readonly string[]): Fields {
  if (names.length > MOST_NAMES)
    throw new UserError('BAD_USER_INPUT', `names may hold ${MOST_NAMES} fields; without it come all`)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
