import type { Fields } from '../../event/event.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const iso = (seconds: number): string => new Date(seconds * 1_000).toISOString()
const MAX_SECONDS = 8e9

/**
 * ECS names of what `aws.vpcflow.*` holds already.
 * @returns the time of the flow's end
 */
export function setFlow(fields: Fields): bigint | undefined {
  setEnd(fields, 'source', fields['aws.vpcflow.srcaddr'], fields['aws.vpcflow.srcport'])
  setEnd(fields, 'destination', fields['aws.vpcflow.dstaddr'], fields['aws.vpcflow.dstport'])
  setTransport(fields, fields['aws.vpcflow.protocol'])
  const ip = fields['source.ip']
  if (typeof ip === 'string') fields['network.type'] = ip.includes(':') ? 'ipv6' : 'ipv4'
  setNumber(fields, 'source.packets', fields['aws.vpcflow.packets'])
  setNumber(fields, 'source.bytes', fields['aws.vpcflow.bytes'])
  setNumber(fields, 'network.packets', fields['aws.vpcflow.packets'])
  setNumber(fields, 'network.bytes', fields['aws.vpcflow.bytes'])
  setText(fields, 'cloud.account.id', fields['aws.vpcflow.account_id'])
  setText(fields, 'cloud.instance.id', fields['aws.vpcflow.instance_id'])
  setText(fields, 'cloud.region', fields['aws.vpcflow.region'])
  setText(fields, 'cloud.availability_zone', fields['aws.vpcflow.az_id'])
  setText(fields, 'observer.ingress.interface.name', fields['aws.vpcflow.interface_id'])
  setText(fields, 'network.direction', fields['aws.vpcflow.flow_direction'])
  const action = fields['aws.vpcflow.action']
  if (action === 'ACCEPT') {
    fields['event.action'] = 'accept'
    fields['event.outcome'] = 'success'
  } else if (action === 'REJECT') {
    fields['event.action'] = 'reject'
    fields['event.outcome'] = 'failure'
  }
  const start = numberOf(fields['aws.vpcflow.start'])
  const end = numberOf(fields['aws.vpcflow.end'])
  if (start !== undefined && start >= 0 && start < MAX_SECONDS) fields['event.start'] = iso(start)
  if (end === undefined || end < 0 || end >= MAX_SECONDS) return undefined
  fields['event.end'] = iso(end)
  return parseEpochTime(end)
}
