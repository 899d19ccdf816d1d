import type { Fields } from '../../event/event.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const iso = (seconds: number): string => new Date(seconds * 1_000).toISOString()
const MAX_SECONDS = 8e9

/** @param column by AWS's name with hyphens
 * @returns the time of the flow's end */
export function setFlow(fields: Fields, column: (name: string) => unknown): bigint | undefined {
  setEnd(fields, 'source', column('srcaddr'), column('srcport'))
  setEnd(fields, 'destination', column('dstaddr'), column('dstport'))
  setTransport(fields, column('protocol'))
  const ip = fields['source.ip']
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  setNumber(fields, 'source.packets', column('packets'))
  setNumber(fields, 'source.bytes', column('bytes'))
  setNumber(fields, 'network.packets', column('packets'))
  setNumber(fields, 'network.bytes', column('bytes'))
  setText(fields, 'cloud.account.id', column('account-id'))
  setText(fields, 'cloud.instance.id', column('instance-id'))
  setText(fields, 'cloud.region', column('region'))
  setText(fields, 'cloud.availability_zone', column('az-id'))
  setText(fields, 'observer.ingress.interface.name', column('interface-id'))
  setText(fields, 'network.direction', column('flow-direction'))
  setText(fields, 'event.action', String(column('action') ?? '').toLowerCase())
  if (column('action') === 'ACCEPT') fields['event.outcome'] = 'success'
  else if (column('action') === 'REJECT') fields['event.outcome'] = 'failure'
  const start = numberOf(column('start'))
  const end = numberOf(column('end'))
  if (start !== undefined && start >= 0 && start < MAX_SECONDS) fields['event.start'] = iso(start)
  if (end === undefined || end < 0 || end >= MAX_SECONDS) return undefined
  fields['event.end'] = iso(end)
  return parseEpochTime(end)
}
