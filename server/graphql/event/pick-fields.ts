import { UserError } from '#core/errors'
import type { Fields } from '#core/event/event'
import { fieldsOf } from '#core/search/field-aliases'

const MOST_NAMES = 100

/**
 * Named as a search names them, and called so in the answer: of several fields that a name stands for the first there is.
 * @throws UserError BAD_USER_INPUT for more than 100 names
 */
export function pickFields(fields: Fields, names: readonly string[]): Fields {
  if (names.length > MOST_NAMES)
    throw new UserError('BAD_USER_INPUT', `names may hold ${MOST_NAMES} fields; without it come all`)
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fieldsOf(name).find((one) => Object.hasOwn(fields, one))
      const value = field === undefined ? undefined : fields[field]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
