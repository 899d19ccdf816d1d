import type { FieldSetter } from '../fields/field-setters.ts'
import { COLUMN_NAMES } from './column-names.ts'
import { COLUMN_SETTERS } from './column-setters.ts'

/** Where a column's value goes: by a setter into ECS, else under its own name. */
export interface Column {
  name: string
  field: string
  set: FieldSetter | undefined
}

/** Columns that mean more together; `finish-session.ts` reads them. */
export const toColumns = (names: readonly string[]): readonly (Column | undefined)[] =>
  names.map((name) =>
    name === '-' ? undefined : { name, field: `panw.panos.${name}`, set: COLUMN_SETTERS[name] },
  )

export const COLUMNS: ReadonlyMap<string, readonly (Column | undefined)[]> = new Map(
  [...COLUMN_NAMES].map(([type, names]) => [type, toColumns(names)]),
)
