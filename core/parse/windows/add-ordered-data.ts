import type { Fields } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { isScalar } from '../json/flatten-json.ts'
import { SECURITY_DATA_ORDER } from './data-order.ts'
import { addEventData } from './windows-event.ts'

/** Values without names: named by their places where the event is known, else the list `Data`. */
export function addOrderedData(
  fields: Fields,
  map: FieldMap | undefined,
  provider: string,
  code: string,
  values: unknown,
): void {
  if (!Array.isArray(values)) return
  const names = provider === 'Microsoft-Windows-Security-Auditing' ? SECURITY_DATA_ORDER.get(code) : undefined
  if (names === undefined) {
    addEventData(fields, map, 'Data', values)
    return
  }
  for (const [i, name] of names.entries()) if (isScalar(values[i])) addEventData(fields, map, name, values[i])
}
