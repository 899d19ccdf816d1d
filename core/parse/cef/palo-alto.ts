import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { COLUMN_SETTERS } from '../panos/column-setters.ts'
import { strataColumn } from '../panos/strata-names.ts'

const PREFIX = 'PanOS'

/** Palo Alto's forwarding service over CEF: what the dictionary has no key for stands under its own names. */
export function setPaloAltoFields(fields: Fields, extensions: ReadonlyMap<string, string>): void {
  const own = createFields()
  for (const [key, value] of extensions) {
    if (!key.startsWith(PREFIX) || value === '' || value === 'null') continue
    const column = strataColumn(key.slice(PREFIX.length))
    if (column !== undefined && Object.hasOwn(COLUMN_SETTERS, column)) COLUMN_SETTERS[column]?.(own, value)
  }
  for (const [name, value] of Object.entries(own)) fields[name] ??= value
}
