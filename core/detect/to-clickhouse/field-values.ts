import { columnOf, EVENT_COLUMNS, type EventColumn } from '../../event/columns.ts'
import { ipText } from '../../event/ip-text.ts'
import { oddValues } from '../../event/odd-values.ts'
import type { StatementParts } from './statement-parts.ts'

/** Where a value may lie in a row of `events`, as SQL. */
interface Place {
  present: string
  /** `Array(String)`: the texts of the value, as the live matcher prints them. */
  texts: string
}

/** The values of the first of the fields that a row has, `Array(String)`; empty where it has none. */
export function fieldValues(parts: StatementParts, fields: readonly string[]): string {
  return firstOf(fields.flatMap((field) => placesOf(parts, field)))
}

/** Whether a row has one of the fields. */
export function hasField(parts: StatementParts, fields: readonly string[]): string {
  const present = fields.flatMap((field) => placesOf(parts, field).map((place) => place.present))
  return `(${present.join(' OR ')})`
}

/**
 * The values of all fields but some.
 * @param firstValues how many of a list count
 */
export function allValues(parts: StatementParts, except: readonly string[], firstValues: number): string {
  const columns = EVENT_COLUMNS.filter(({ field }) => !except.includes(field)).map((column) => {
    const { present, texts } = inColumn(column)
    const name = parts.bind('String', column.field)
    const isOnly =
      column.type === 'ip' ? `${present} AND NOT ${oddValues(column.field, name).present}` : present
    return `if(${isOnly}, ${texts}, [])`
  })
  const ours = parts.bind('Array(String)', except)
  const inMap = `mapValues(mapFilter((name, text) -> NOT has(${ours}, name), fields))`
  const inOdd = `arrayFlatten(arrayMap(list -> arraySlice(list, 1, ${firstValues}), mapValues(mapFilter((name, list) -> NOT has(${ours}, name), odd))))`
  return `arrayConcat(${[...columns, MESSAGE].map((list) => cut(list, firstValues)).join(', ')}, ${inMap}, ${inOdd})`
}

export function cut(list: string, firstValues: number): string {
  return `arraySlice(${list}, 1, ${firstValues})`
}

const MESSAGE = `if(message != '', [message], [])`

/** What did not fit its column, or lost its spelling there, comes first. */
function placesOf(parts: StatementParts, field: string): Place[] {
  const name = parts.bind('String', field)
  const odd = oddValues(field, name)
  if (field === 'message') return [odd, { present: `message != ''`, texts: '[message]' }]
  const column = columnOf(field)
  if (column) return [odd, inColumn(column)]
  return [odd, { present: `mapContains(fields, ${name})`, texts: `[fields[${name}]]` }]
}

function inColumn({ column, type }: EventColumn): Place {
  switch (type) {
    case 'word':
    case 'text':
      return { present: `${column} != ''`, texts: `[CAST(${column}, 'String')]` }
    case 'words':
      return { present: `notEmpty(${column})`, texts: `CAST(${column}, 'Array(String)')` }
    case 'ip':
      return { present: `${column} != toIPv6('::')`, texts: `[${ipText(column)}]` }
    default:
      return { present: `isNotNull(${column})`, texts: `[toString(assumeNotNull(${column}))]` }
  }
}

function firstOf(places: readonly Place[]): string {
  return `multiIf(${places.map(({ present, texts }) => `${present}, ${texts}`).join(', ')}, [])`
}
