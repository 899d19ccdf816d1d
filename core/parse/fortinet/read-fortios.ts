import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { ipDirection } from '../network/ip-direction.ts'
import { sumTraffic } from '../network/sum-traffic.ts'
import type { Parsed } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import type { Clock } from '../time/local-time.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { parseZone } from '../time/parse-zone.ts'
import { FORTIOS_SETTERS } from './fortios-setters.ts'

type Pairs = ReadonlyMap<string, string>

/** Seconds since 1970; later releases write nanoseconds, of which a double keeps microseconds. */
function epoch(digits = ''): bigint | undefined {
  if (!/^\d{10,19}$/.test(digits)) return undefined
  return BigInt(digits.padEnd(19, '0'))
}

function timeOf(pairs: Pairs, clock: number | Clock): bigint | undefined {
  const zone = parseZone(pairs.get('tz') ?? '') ?? clock
  return (
    parseAnyTime(`${pairs.get('date') ?? ''} ${pairs.get('time') ?? ''}`, zone) ??
    epoch(pairs.get('eventtime') ?? pairs.get('timestamp'))
  )
}

function setAction(fields: Fields, pairs: Pairs): void {
  const type = pairs.get('type') ?? ''
  const action = pairs.get('action') ?? ''
  const eventType = pairs.get('eventtype') ?? ''
  const name = type === 'utm' && eventType !== '' ? eventType : action === '' ? eventType : action
  if (name !== '') fields['event.action'] = name
  const status = (pairs.get('status') ?? '').toLowerCase()
  if (type === 'event') {
    const succeeded = status === 'success' || status === 'succeed' || status === 'ok'
    if (succeeded) fields['event.outcome'] = 'success'
    else if (status.startsWith('fail') || status === 'negotiate_error') fields['event.outcome'] = 'failure'
  } else if (action !== '') fields['event.outcome'] = 'success'
}

const REFUSED = new Set([
  'deny',
  'block',
  'blocked',
  'dropped',
  'drop',
  'reset',
  'reset_client',
  'reset_server',
])
const PASSED = new Set([
  'pass',
  'passthrough',
  'permit',
  'accept',
  'monitored',
  'detected',
  'exempt',
  'allow',
])

/** What became of a session: its own action, but what a profile found in it weighs more. */
function setType(fields: Fields, pairs: Pairs): void {
  const action = pairs.get('action') ?? ''
  const type = pairs.get('type') ?? ''
  if (type === 'traffic') {
    const types = ['connection', 'end']
    if ((pairs.get('app') ?? '') !== '') types.push('protocol')
    const found = pairs.get('utmaction')
    if (found === 'block' || (found === undefined && REFUSED.has(action))) types.push('denied')
    else if (found === undefined) types.push('allowed')
    fields['event.type'] = types
    return
  }
  if (type !== 'utm' && type !== 'dns') return
  const types = pairs.get('subtype') === 'dns' ? ['info'] : []
  if (action.startsWith('block') || action === 'deny') types.push('denied')
  else if (action === 'dropped' || action.startsWith('reset')) types.push('denied')
  else if (PASSED.has(action)) types.push('allowed')
  if (types.length > 0) fields['event.type'] = types
}

function setDirection(fields: Fields, pairs: Pairs): void {
  const said = pairs.get('direction') ?? pairs.get('dir') ?? ''
  if (said === 'incoming' || said === 'inbound') fields['network.direction'] = 'inbound'
  else if (said === 'outgoing' || said === 'outbound') fields['network.direction'] = 'outbound'
  else {
    const direction = ipDirection(fields['source.ip'], fields['destination.ip'])
    if (direction !== undefined) fields['network.direction'] = direction
  }
}

/** Whether pairs are of FortiOS, whose every log has these. */
export function isFortios(pairs: Pairs): boolean {
  return pairs.has('logid') && pairs.has('type') && pairs.has('level') && !pairs.has('log_component')
}

/** Serial numbers begin with the model; only a proxy logs whole transactions. */
export function isFortiproxy(pairs: Pairs): boolean {
  return (pairs.get('devid') ?? '').startsWith('FPX') || pairs.get('subtype') === 'http-transaction'
}

/** FortiOS and what is built on it. */
export function readFortios(
  pairs: Map<string, string>,
  module: string,
  product: { name: string; type: string },
  clock: number | Clock,
): Parsed {
  const fields = createFields()
  fields['event.module'] = module
  fields['event.dataset'] = `${module}.log`
  fields['observer.vendor'] = 'Fortinet'
  fields['observer.product'] = product.name
  fields['observer.type'] = product.type
  const time = timeOf(pairs, clock)
  const started = epoch(pairs.get('eventtime'))
  if (started !== undefined) {
    const ms = Number(started / 1_000_000n)
    fields['event.start'] = new Date(ms).toISOString()
  }
  setAction(fields, pairs)
  setType(fields, pairs)
  const skipped = ['date', 'time', 'tz', 'eventtime']
  for (const name of skipped) pairs.delete(name)
  setPairs(fields, 'fortinet.firewall', pairs, FORTIOS_SETTERS)
  sumTraffic(fields)
  setDirection(fields, pairs)
  fillAddresses(fields)
  const { message } = fields
  if (message !== undefined) fields['event.reason'] ??= message
  const repeated = wholeNumber(pairs.get('count') ?? '')
  if (repeated !== undefined) fields['fortinet.firewall.count'] = repeated
  return { time, fields }
}
