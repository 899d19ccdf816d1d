import { UserError } from '../errors.ts'
import type { Aggregate } from './pipe.ts'
import type { ColumnType, PipeSource, Selected } from './pipe-source.ts'

const MAX_VALUES = 100

export interface AggregateSql {
  /** What of each row goes into it; undefined for `count` of rows. */
  argument: Selected | undefined
  type: ColumnType
  /** Over the argument, and as a state that `merge` brings together with others. */
  whole(argument: string): string
  state(argument: string): string
  merge(state: string): string
}

export function aggregateSql(aggregate: Aggregate, source: PipeSource): AggregateSql {
  const { name, field, percent = 50 } = aggregate
  if (field === undefined) return figure('count', undefined, 'number')
  const time = source.time(field)
  if (time !== undefined) return ofTime(aggregate, time)
  switch (name) {
    case 'count': {
      const { sql, odd } = source.texts(field)
      return figure('countIf', { sql: `notEmpty(${sql})`, odd: `notEmpty(${odd})` }, 'number')
    }
    case 'dc':
      return figure('uniqArray', source.texts(field), 'number')
    case 'values':
      return figure('groupUniqArrayArray', source.texts(field), 'list', `(${MAX_VALUES})`)
    case 'median':
    case 'percentile':
      return figure('quantileTDigestOrNullArray', source.numbers(field), 'number', `(${percent / 100})`)
    default:
      // Without a number there is no sum either: 0 would claim one.
      return figure(`${name}OrNullArray`, source.numbers(field), 'number')
  }
}

/** Times have a first and a last, but no sum. */
function ofTime({ name, as }: Aggregate, time: string): AggregateSql {
  const argument = { sql: time, odd: time }
  switch (name) {
    case 'min':
    case 'max':
      return figure(`${name}OrNull`, argument, 'time')
    case 'dc':
      return figure('uniq', argument, 'number')
    case 'count':
      return figure('count', argument, 'number')
    default:
      throw new UserError(
        'BAD_USER_INPUT',
        `${as} needs numbers or texts, not times: use min, max, dc or count`,
      )
  }
}

function figure(
  name: string,
  argument: Selected | undefined,
  type: ColumnType,
  parameters = '',
): AggregateSql {
  const of = (place: string) => (argument === undefined ? '' : place)
  const sorted = (sql: string) => (type === 'list' ? `arraySort(${sql})` : sql)
  return {
    argument,
    type,
    whole: (place) => sorted(`${name}${parameters}(${of(place)})`),
    state: (place) => `${name}State${parameters}(${of(place)})`,
    merge: (state) => sorted(`${name}Merge${parameters}(${state})`),
  }
}
