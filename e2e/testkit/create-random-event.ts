import { randomUUID } from 'node:crypto'
import type { Event, FieldValue, Scalar } from '../../core/event/event.ts'
import type { Chance } from './create-chance.ts'
import { NUMBERS, WORDS } from './nasty-words.ts'

const IPS = [
  ...[
    '10.0.0.5',
    '10.200.3.4',
    '010.000.000.005',
    '192.168.1.7',
    '256.1.1.1',
    '10.0.0',
    '10.0.0.5.6',
    ' 10.0.0.5 ',
  ],
  ...[
    '2001:db8::1',
    '2001:DB8::1',
    '2001:db8:0:0:0:0:0:1',
    'fe80::1%eth0',
    '::ffff:10.0.0.5',
    '::FFFF:a00:5',
    '::',
  ],
  ...[
    '::1',
    '::10.0.0.5',
    '1:2:3:4:5:6:7:8',
    '1::2:0:0:3',
    '1:0:0:2::3',
    '64:ff9b::10.0.0.5',
    '00001::',
    ':::',
    '1::2::3',
  ],
  ...[
    'fe80::1%a b',
    '10.0.0.5%eth0',
    '::ffff:010.0.0.5',
    '1:2:3:4:5:6:10.0.0.5',
    '::ffff:10.0.0.5.',
    'unknown',
    '-',
  ],
]
const TIMES = [
  ...[
    '2024-02-29',
    '2023-02-29',
    '2024-12-30T23:59:59Z',
    '2024-12-30 23:59:59.123456789+00:30',
    '2021-01-03T00:30Z',
  ],
  ...[
    '1601-01-01T00:00:00Z',
    '0000-01-01T00:00+05:00',
    '9999-12-31T23:59:59-05:00',
    '2299-12-31T23:59-00:01',
  ],
  ...[
    '1900-01-01T00:00:00+0100',
    '2024-13-01',
    '2024-00-10',
    '2024-06-31',
    '2024-06-30T24:00:00Z',
    '2024-06-30T23:60Z',
  ],
  ...[
    '2024-06-30T23:59:60Z',
    '2024-06-30T23:59:00,5 Z',
    '2024-06-30T12:00+24:00',
    '2024-06-30T12:00',
    '2000-02-29T12:00:00',
  ],
]
const FIELDS = [
  ...[
    'alpha.channel',
    'event.code',
    'event.module',
    'event.action',
    'event.provider',
    'event.category',
    'event.outcome',
  ],
  ...[
    'source.ip',
    'alpha.ip',
    'destination.ip',
    'source.port',
    'alpha.port',
    'source.bytes',
    'message',
    'user.name',
  ],
  ...[
    'alpha.user',
    'alpha.cmd',
    'process.command_line',
    'beta.cmd',
    'alpha.data.Free',
    'Free',
    'tags',
    'When',
    'log.level',
  ],
]
const SOURCE_WORDS = [
  'Start',
  'START',
  'Stop',
  'Front',
  'front-2',
  '1',
  '2',
  'alpha',
  'beta',
  'begun',
  'back',
  'stopped',
]

/** Events with the fields of {@link createRandomRule}, and with whatever in them. */
export function createRandomEvent(
  { pick, happens, some }: Chance,
  tenantId: string,
): (position: number) => Event {
  function scalarFor(field: string): Scalar {
    if (happens(0.1)) return pick<Scalar>([true, false, ...NUMBERS])
    if (field === 'When') return happens(0.7) ? pick(TIMES) : pick(WORDS)
    if (field.endsWith('ip')) return happens(0.85) ? pick(IPS) : pick(WORDS)
    if (/port|bytes/.test(field))
      return happens(0.7) ? pick(NUMBERS) : pick(['443', '0443', '65536', '', '42 '])
    if (/channel|code|module|action|provider|category/.test(field) && happens(0.8)) return pick(SOURCE_WORDS)
    return happens(0.3) ? some(3, () => pick(WORDS)).join(pick(['', ' ', '\n'])) : pick(WORDS)
  }

  function valueFor(field: string): FieldValue {
    if (happens(0.15)) return some(happens(0.05) ? 1_100 : 4, () => scalarFor(field))
    return scalarFor(field)
  }

  return function randomEvent(position: number): Event {
    const fields: Record<string, FieldValue> = {}
    for (const field of FIELDS) if (happens(0.45)) fields[field] = valueFor(field)
    const words = some(4, () => pick(WORDS)).join(' ')
    const raw = pick([
      () => words,
      () => `${words} ${String(fields.message ?? '')}`,
      () => JSON.stringify(fields),
      () => `${pick([' ', '\u00a0\n', ''])}<${pick(['a', 'Z', '?', '!', '1', 'ſ'])}>${words}`,
      () => `[${words}]`,
      () => '',
      () => `${'long '.repeat(5_000)}${words}`,
    ])()
    return {
      ...{ eventId: randomUUID(), tenantId, sourceId: tenantId, site: '', payloadId: tenantId, position },
      ...{ received: 1_790_000_000_000, time: 1_790_000_000_000_000_000n + BigInt(position) },
      ...{ raw, parser: 'json@1', backfill: false, fields },
    }
  }
}
