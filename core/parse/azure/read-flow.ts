import type { Fields, Scalar } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNetworkType } from '../cloud/set-network-type.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'

interface Tuple {
  rule: unknown
  mac: unknown
  text: string
}

const MAX_TUPLES = 1_000

/** Flows stand under rules, under network interfaces, in NSG's and in virtual networks' logs. */
function tuplesOf(record: JsonObject): Tuple[] {
  const found: Tuple[] = []
  // A forwarder may have taken the record apart: one flow a line.
  if (typeof record['flow.0'] === 'string')
    return [{ rule: record.rule, mac: record.macAddress, text: record['flow.0'] }]
  const outer = listOf(objectOf(record.properties).flows ?? objectOf(record.flowRecords).flows)
  for (const one of outer.slice(0, 100)) {
    const group = objectOf(one)
    for (const inner of listOf(group.flows ?? group.flowGroups).slice(0, 100)) {
      const flow = objectOf(inner)
      for (const text of listOf(flow.flowTuples)) {
        if (typeof text !== 'string') continue
        if (found.length >= MAX_TUPLES) return found
        found.push({ rule: group.rule ?? flow.rule, mac: flow.mac ?? record.macAddress, text })
      }
    }
  }
  return found
}

/**
 * `1542110377,10.0.0.4,192.0.2.7,35370,23,T,O,A,B,,,,` of network security groups,
 * `1663146003599,10.0.0.6,192.0.2.7,23956,443,6,O,B,NX,0,0,0,0` of virtual networks.
 * The first flow is described; addresses of the others stay in lists.
 */
export function readFlow(fields: Fields, record: JsonObject): void {
  const tuples = tuplesOf(record)
  const [first] = tuples
  fields['event.category'] = ['network']
  if (first === undefined) return
  const [, from, to, fromPort, toPort, protocol, direction, a, b, sent, sentBytes, back, backBytes] =
    first.text.split(',', 14)
  setEnd(fields, 'source', from, fromPort)
  setEnd(fields, 'destination', to, toPort)
  const isSecurityGroup = protocol === 'T' || protocol === 'U'
  setTransport(fields, protocol === 'T' ? 'tcp' : protocol === 'U' ? 'udp' : protocol)
  setNetworkType(fields)
  fields['network.direction'] = direction === 'O' ? 'outbound' : 'inbound'
  const denied = isSecurityGroup ? a === 'D' : a === 'D' || b === 'D'
  fields['event.type'] = ['connection', denied ? 'denied' : 'allowed']
  fields['event.action'] = denied ? 'flow-denied' : 'flow-allowed'
  fields['event.outcome'] = denied ? 'failure' : 'success'
  setText(fields, 'event.code', record.operationName)
  setText(fields, 'rule.name', first.rule)
  const mac = textOf(first.mac)
  if (mac !== undefined && mac.length === 12)
    fields['source.mac'] = (mac.match(/../g) ?? []).join('-').toUpperCase()
  setNumber(fields, 'source.packets', sent === '' ? undefined : sent)
  setNumber(fields, 'source.bytes', sentBytes === '' ? undefined : sentBytes)
  setNumber(fields, 'destination.packets', back === '' ? undefined : back)
  setNumber(fields, 'destination.bytes', backBytes === '' ? undefined : backBytes)
  const total = [sentBytes, backBytes]
    .map((one) => (one ? numberOf(one) : undefined))
    .filter((one) => one !== undefined)
  if (total.length > 0) fields['network.bytes'] = total.reduce((sum, one) => sum + one, 0)
  if (tuples.length === 1) return
  fields['azure.flow.count'] = tuples.length
  const columns = (at: number): Scalar[] => [
    ...new Set(tuples.map(({ text }) => textOf(text.split(',', 4)[at])).filter((one) => one !== undefined)),
  ]
  fields['azure.flow.source_ips'] = columns(1)
  fields['azure.flow.destination_ips'] = columns(2)
}
