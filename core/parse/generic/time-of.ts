import type { Fields } from '../../event/event.ts'
import { notice } from '../../event/problem.ts'
import type { ParseContext } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'

/** Names for when something happened, the surest first: lower case, without separators, `.` for any nesting. */
const NAMES = [
  ...[
    '@timestamp',
    'timestamp',
    'time',
    'ts',
    'eventtime',
    'datetime',
    'eventtimestamp',
    'date',
    '_time',
    't',
  ],
  ...[
    'eventdate',
    'occurredat',
    'occurred',
    'createdat',
    'createddatetime',
    'creationtime',
    'created',
    'createtime',
  ],
  ...['timegenerated', 'generatedtime', 'logtime', 'timecreated', 'createddate', 'creationdate', 'published'],
  ...[
    'activitydatetime',
    'detectiontime',
    'detectedat',
    'alerttime',
    'triggeredtime',
    'triggertime',
    'firstseen',
  ],
  ...[
    'eventcreationtime',
    'eventcreated',
    'receivedtime',
    'recordedtime',
    'starttime',
    'start',
    'startdate',
    'devtime',
  ],
  ...[
    'receipttime',
    'localtime',
    'utctime',
    'updatedat',
    'updatetime',
    'lastupdated',
    'modified',
    'unixtime',
    'epoch',
  ],
]
const RANKS: ReadonlyMap<string, number> = new Map(NAMES.map((name, rank) => [name, rank]))
/** Names up to this rank mean the time of the event and nothing else. */
const SURE = NAMES.indexOf('date')
const MAX_NAME = 64

const plain = (name: string): string =>
  name.length > MAX_NAME
    ? ''
    : name
        .slice(name.lastIndexOf('.') + 1)
        .toLowerCase()
        .replaceAll(/[^a-z0-9@]/g, '')

/** Cached: the same names come with every event. Bounded, because a sender chooses them. */
const MAX_CACHED = 20_000
const cache = new Map<string, number>()

function rankOf(name: string): number {
  const known = cache.get(name)
  if (known !== undefined) return known
  const rank = RANKS.get(plain(name)) ?? Number.POSITIVE_INFINITY
  if (cache.size < MAX_CACHED && name.length <= 128) cache.set(name, rank)
  return rank
}

/** `2026-03-10` beside `12:00:00`, `2026/03/10 12:00:00`, `Mar 10 2026 12:00:00`, and what JSON writes. */
function timeOfText(value: unknown, context: ParseContext): bigint | undefined {
  const known = parseAnyTime(value, context)
  if (known !== undefined || typeof value !== 'string' || value.length > 40) return known
  if (value.charCodeAt(4) === 0x2f) return parseAnyTime(value.replaceAll('/', '-'), context)
  const bsd = bsdTimeAt(value, 0, context)
  return bsd && bsd.end === value.length ? bsd.time : undefined
}

/** The time that a record's own fields give, whatever they are called; noticed where they are called so and give none. */
export function timeOf(fields: Fields, context: ParseContext, prefix = ''): bigint | undefined {
  let best: bigint | undefined
  let isUnread = false
  let bestRank = Number.POSITIVE_INFINITY
  for (const name in fields) {
    if (!name.startsWith(prefix)) continue
    const own = name.slice(prefix.length)
    const rank = rankOf(own)
    if (rank === Number.POSITIVE_INFINITY) continue
    // Something below the top may have times of its own: those count last.
    const weight = own.includes('.') ? rank + NAMES.length : rank
    if (weight >= bestRank) continue
    const value = fields[name]
    const time = timeOfText(typeof value === 'object' ? value[0] : value, context)
    if (time === undefined) {
      if (weight < SURE && value !== '') isUnread = true
      continue
    }
    best = time
    bestRank = weight
  }
  if (best === undefined && isUnread) notice(fields, 'time_unread')
  return best
}

/** `date=2026-03-10 time=12:00:00`, with `tz="+0100"` where it is given. */
export function dateAndTime(
  date: string | undefined,
  clock: string | undefined,
  zone: string | undefined,
  context: ParseContext,
): bigint | undefined {
  if (date === undefined || clock === undefined) return undefined
  const tail = zone !== undefined && /^[+-]\d{4}$/.test(zone) ? zone : ''
  return timeOfText(`${date.replaceAll('/', '-')} ${clock}${tail}`, context)
}

/** Whether a column of this name holds a time. */
export const isTimeName = (name: string): boolean => RANKS.has(plain(name))
