import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNetworkType } from '../cloud/set-network-type.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import type { JsonObject } from '../parser.ts'
import { setCloud, setSide, sideOf } from './set-side.ts'

function setConnection(fields: Fields, payload: JsonObject): void {
  const connection = objectOf(payload.connection)
  setEnd(fields, 'source', connection.src_ip, connection.src_port)
  setEnd(fields, 'destination', connection.dest_ip, connection.dest_port)
  setTransport(fields, connection.protocol)
  setNetworkType(fields)
}

/** VPC flow logs: both ends as far as they are ours, reported by one of them. */
export function readVpcFlow(fields: Fields, { jsonPayload }: JsonObject): void {
  const payload = objectOf(jsonPayload)
  const source = sideOf(payload, 'src_')
  const destination = sideOf(payload, 'dest_')
  setConnection(fields, payload)
  setSide(fields, 'source', source)
  setSide(fields, 'destination', destination)
  const reporter = payload.reporter === 'DEST' ? destination : source
  setCloud(fields, reporter)
  setText(fields, 'network.name', reporter.vpc.vpc_name)
  const from = 'vm_name' in source.instance
  const to = 'vm_name' in destination.instance
  if (from || to) fields['network.direction'] = from && to ? 'internal' : from ? 'outbound' : 'inbound'
  setNumber(fields, 'source.bytes', payload.bytes_sent)
  setNumber(fields, 'network.bytes', payload.bytes_sent)
  setNumber(fields, 'source.packets', payload.packets_sent)
  setNumber(fields, 'network.packets', payload.packets_sent)
  setText(fields, 'event.start', payload.start_time)
  setText(fields, 'event.end', payload.end_time)
  setText(fields, 'gcp.vpcflow.reporter', payload.reporter)
  setNumber(fields, 'gcp.vpcflow.rtt.ms', payload.rtt_msec)
}

/** VPC firewall rules logging: `instance` is ours, `remote_instance` the other end if it is in Google's cloud too. */
export function readFirewall(fields: Fields, { jsonPayload }: JsonObject): void {
  const payload = objectOf(jsonPayload)
  const rule = objectOf(payload.rule_details)
  const ours = sideOf(payload, '')
  const remote = sideOf(payload, 'remote_')
  const outbound = rule.direction === 'EGRESS'
  setConnection(fields, payload)
  setSide(fields, outbound ? 'source' : 'destination', ours)
  setSide(fields, outbound ? 'destination' : 'source', remote)
  setCloud(fields, ours)
  setText(fields, 'network.name', ours.vpc.subnetwork_name)
  if (rule.direction !== undefined) fields['network.direction'] = outbound ? 'outbound' : 'inbound'
  setText(fields, 'rule.name', rule.reference)
  setText(fields, 'gcp.firewall.rule_details.action', rule.action)
  fields['event.action'] = 'firewall-rule'
  fields['event.type'] = [payload.disposition === 'DENIED' ? 'denied' : 'allowed', 'connection']
}

/** Cloud NAT: connections that were given an address of the gateway, or not for lack of ports. */
export function readNat(fields: Fields, { jsonPayload }: JsonObject): void {
  const payload = objectOf(jsonPayload)
  const connection = objectOf(payload.connection)
  setConnection(fields, payload)
  setText(fields, 'source.nat.ip', connection.nat_ip)
  setNumber(fields, 'source.nat.port', connection.nat_port)
  const ours = sideOf({ ...payload, instance: payload.endpoint }, '')
  setSide(fields, 'source', ours)
  setCloud(fields, ours)
  setText(fields, 'network.name', ours.vpc.vpc_name)
  fields['network.direction'] = 'outbound'
  const dropped = payload.allocation_status === 'DROPPED'
  fields['event.action'] = 'nat-translation'
  fields['event.type'] = [dropped ? 'denied' : 'allowed', 'connection']
  fields['event.outcome'] = dropped ? 'failure' : 'success'
}
