import type { connect } from '#core/store/connection'
import { createChance } from '../../e2e/testkit/create-chance.ts'

/** Stands in a few rows' lines, and nowhere else. */
export const RARE_WORD = 'quaggaledger'
/** Destination of a few other rows, and of none else. */
export const INDICATOR = '203.0.113.77'

export interface Copying {
  /** Database of the rows to copy; they go into the client's own. */
  from: string
  tenantIds: readonly string[]
  /** Share of each, as `shareOut` gives them. */
  bounds: readonly number[]
  /** Milliseconds since the epoch, half open: where the copy's events lie. */
  span: { from: number; to: number }
  /** Makes ids and words of this copy differ from those of any other. */
  copy: number
  /** One in so many rows has the rare word, and as many others the indicator. */
  rareIn: number
}

/** Hosts and users of a tenant change less than what lines say. */
const NAMINGS = 4

/**
 * Copies parsed rows inside of ClickHouse, all its indexes made as for any other insert. The number of the copy and
 * the row decide everything but the span. Digits of lines, hosts, users and hashes are other digits in each copy, so
 * that the index meets new words; a line stays as long as it was, since its message is a stretch of it.
 */
export async function copyEvents(client: ReturnType<typeof connect>, copying: Copying): Promise<void> {
  const { from, tenantIds, bounds, span, copy, rareIn } = copying
  await client.command({
    query: statement(from),
    query_params: {
      ...{ owners: tenantIds, bounds, copy, rareIn, rare: RARE_WORD, indicator: INDICATOR },
      ...{ start: span.from, width: span.to - span.from },
      ...{ digits: shuffledDigits(copy), nameDigits: shuffledDigits(copy % NAMINGS) },
    },
    use_multipart_params_auto: true,
  })
}

const LINES = [
  'raw',
  'message_text',
  'message_of_line',
  'user_id',
  'process_entity_id',
  'process_hash_sha256',
  'file_hash_sha256',
]
const NAMES = ['host_name', 'user_name', 'user_target_name', 'source_user_name']
const ADDRESSES = ['source_ip', 'destination_ip', 'client_ip']

function statement(from: string): string {
  const translated = (column: string, digits: string) =>
    `translate(old.${column}, '0123456789', {${digits}:String})`
  const replaced = [
    'owner AS tenant_id',
    "fromUnixTimestamp64Nano(made * 1000000 + toInt64(chance % 1000000), 'UTC') AS event_time",
    "fromUnixTimestamp64Milli(made + toInt64(chance % 2000), 'UTC') AS received",
    `${uuid('made', 'chance')} AS event_id`,
    `${uuid('{start:Int64}', 'cityHash64(old.payload_id, {copy:UInt32})')} AS payload_id`,
    `concat(${translated('raw', 'digits')}, if(is_rare, concat(' ', {rare:String}), '')) AS raw`,
    ...LINES.slice(1).map((column) => `${translated(column, 'digits')} AS ${column}`),
    ...NAMES.map(
      (column) =>
        `if(old.${column} = '', '', concat(${translated(column, 'nameDigits')}, '-', toString(place))) AS ${column}`,
    ),
    ...ADDRESSES.map((column) => `${addressOf(column)} AS ${column}`),
  ]
  return `INSERT INTO events WITH
      cityHash64(old.event_id, {copy:UInt32}) AS chance,
      intHash64(chance) AS draw,
      {start:Int64} + toInt64(draw % {width:UInt64}) AS made,
      arrayFirstIndex(bound -> toUInt32(intHash64(draw) % 1000000) < bound, {bounds:Array(UInt32)}) AS place,
      {owners:Array(UUID)}[place] AS owner,
      intHash64(draw + 1) % {rareIn:UInt32} = 0 AS is_rare,
      intHash64(draw + 1) % {rareIn:UInt32} = 1 AS is_indicated
    SELECT * REPLACE (${replaced.join(', ')}) FROM ${from}.events AS old`
}

/** UUIDv7-shaped, as ids of events are: time first. */
function uuid(millis: string, chance: string): string {
  const time = `leftPad(lower(hex(toUInt64(${millis}))), 12, '0')`
  const rest = `leftPad(lower(hex(${chance})), 16, '0')`
  return `toUUID(concat(substring(${time}, 1, 8), '-', substring(${time}, 9, 4), '-7', substring(${rest}, 1, 3),
    '-8', substring(${rest}, 4, 3), '-', substring(${rest}, 5, 12)))`
}

function addressOf(column: string): string {
  const near = `CAST(bitXor(CAST(old.${column} AS UInt128), toUInt128(chance % 16)) AS IPv6)`
  const varied = `if(old.${column} = toIPv6('::'), old.${column}, ${near})`
  return column === 'destination_ip' ? `if(is_indicated, toIPv6({indicator:String}), ${varied})` : varied
}

function shuffledDigits(copy: number): string {
  const chance = createChance(copy)
  const left = [...'0123456789']
  return Array.from('0123456789', () => left.splice(chance.below(left.length), 1)[0]).join('')
}
