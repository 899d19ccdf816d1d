import { ipText } from '../event/ip-text.ts'
import { oddValues } from '../event/odd-values.ts'
import { fieldsOf } from './field-aliases.ts'
import { storageOf } from './search-fields.ts'
import type { Bind } from './text-tests.ts'

/** Where the values of a field lie in a row of `events`, as SQL. */
export interface StoredValues {
  /** `word` groups fast: few different ones. */
  type: 'word' | 'text' | 'number' | 'time'
  /** `Nullable(String)`, or the time itself; for rows that are not {@link odd}, and undefined for a field that is a list anyway. */
  one: string | undefined
  /** The same as `Nullable(UInt64)`, where the column has numbers. */
  number: string | undefined
  /** All values, `Array(String)`, of any row; undefined for times. */
  list: string | undefined
  /** Holds where the values lie elsewhere, see `oddValues`; undefined where they never do. */
  odd: string | undefined
}

/** A name that stands for several fields has the values of the first one that a row has. */
export function storedValues(name: string, bind: Bind): StoredValues {
  const [first, ...others] = fieldsOf(name).map((field) => valuesOf(field, bind)) as [
    StoredValues,
    ...StoredValues[],
  ]
  if (others.length === 0 || first.type === 'time') return first
  const all = [first, ...others]
  const lists = all.map(({ list }) => `(${list ?? '[]'})`)
  return {
    type: 'text',
    one: all.every(({ one }) => one !== undefined)
      ? `coalesce(${all.map(({ one }) => one).join(', ')})`
      : undefined,
    number: undefined,
    list: lists.reduceRight((rest, list) => `if(notEmpty(${list}), ${list}, ${rest})`, '[]'),
    odd: all
      .map(({ odd }) => odd)
      .filter((odd) => odd !== undefined)
      .join(' OR '),
  }
}

function valuesOf(field: string, bind: Bind): StoredValues {
  const storage = storageOf(field)
  if (storage.kind === 'time')
    return { type: 'time', one: storage.column, number: undefined, list: undefined, odd: undefined }
  if (storage.kind === 'own') return always('text', storage.sql)
  if (storage.kind === 'prose' && storage.column === 'raw') return always('text', 'raw')
  const name = bind('String', field)
  const { present: odd, texts } = oddValues(field, name)
  const orOdd = (list: string, where = odd) => `if(${where}, ${texts}, ${list})`
  const single = (one: string) => ({ one, number: undefined, list: orOdd(listOf(one)), odd })
  switch (storage.kind) {
    case 'map':
      return { type: 'text', ...single(`if(mapContains(fields, ${name}), fields[${name}], NULL)`) }
    case 'word':
    case 'text':
    case 'prose':
      return {
        type: storage.kind === 'word' ? 'word' : 'text',
        ...single(`nullIf(${storage.column}, '')`),
      }
    case 'words':
      return {
        type: 'word',
        one: undefined,
        number: undefined,
        list: orOdd(`CAST(${storage.column}, 'Array(String)')`),
        odd,
      }
    case 'ip': {
      // Of an address that is there in another spelling, the address counts.
      const isOdd = `(${odd} AND ${storage.column} = toIPv6('::'))`
      const one = `if(${storage.column} != toIPv6('::'), ${ipText(storage.column)}, NULL)`
      return { type: 'text', one, number: undefined, list: orOdd(listOf(one), isOdd), odd: isOdd }
    }
    case 'number': {
      const one = `toString(${storage.column})`
      return { type: 'number', one, number: storage.column, list: orOdd(listOf(one)), odd }
    }
  }
}

function always(type: 'text', sql: string): StoredValues {
  return { type, one: `toNullable(${sql})`, number: undefined, list: `[${sql}]`, odd: undefined }
}

function listOf(one: string): string {
  return `if(isNull(${one}), [], [toString(assumeNotNull(${one}))])`
}
