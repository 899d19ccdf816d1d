import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNetworkType } from '../cloud/set-network-type.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** What Suricata, inside, says of a flow: the rule that matched, the request, the volume. */
function setDetails(fields: Fields, event: JsonObject): void {
  const alert = objectOf(event.alert)
  setText(fields, 'rule.id', alert.signature_id)
  setText(fields, 'rule.name', alert.signature)
  setText(fields, 'rule.category', alert.category)
  setNumber(fields, 'event.severity', alert.severity)
  const action = textOf(alert.action)
  if (action !== undefined) fields['event.type'] = ['connection', action === 'blocked' ? 'denied' : 'allowed']
  const flow = objectOf(event.netflow ?? event.flow)
  setNumber(fields, 'network.bytes', flow.bytes)
  setNumber(fields, 'network.packets', flow.pkts)
  setText(fields, 'event.start', flow.start)
  setText(fields, 'event.end', flow.end)
  const http = objectOf(event.http)
  setText(fields, 'url.domain', http.hostname)
  setText(fields, 'url.path', http.url)
  setText(fields, 'http.request.method', http.http_method)
  setText(fields, 'user_agent.original', http.http_user_agent)
  const tls = objectOf(event.tls)
  setText(fields, 'tls.client.server_name', tls.sni)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const name = textOf(json?.firewall_name)
  if (json === undefined || name === undefined || !isObject(json.event)) return undefined
  const { event } = json
  const fields = createFields()
  flattenJson(fields, 'aws.firewall', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.firewall_logs'
  fields['cloud.provider'] = 'aws'
  fields['observer.name'] = name
  fields['observer.type'] = 'firewall'
  setText(fields, 'cloud.availability_zone', json.availability_zone)
  setText(fields, 'cloud.region', textOf(json.availability_zone)?.replace(/[a-z]$/, ''))
  setText(fields, 'event.action', event.event_type)
  setText(fields, 'network.protocol', textOf(event.app_proto)?.toLowerCase())
  setEnd(fields, 'source', event.src_ip, event.src_port)
  setEnd(fields, 'destination', event.dest_ip, event.dest_port)
  setTransport(fields, event.proto)
  setNetworkType(fields)
  setDetails(fields, event)
  if (event.event_type === 'alert') fields['event.kind'] = 'alert'
  return { time: parseAnyTime(event.timestamp ?? json.event_timestamp, context), fields }
}

export const parser: Parser = {
  name: 'aws-network-firewall',
  reads: 'AWS Network Firewall: alerts, flows, TLS',
  version: 1,
  clues: [{ json: ['firewall_name', 'event'] }],
  parse,
  samples: [
    '{"firewall_name":"edge","availability_zone":"eu-west-1b","event_timestamp":"1773144000","event":{"timestamp":"2026-03-10T12:00:00.000001+0000","flow_id":1,"event_type":"alert","src_ip":"10.0.0.7","src_port":50123,"dest_ip":"198.51.100.9","dest_port":443,"proto":"TCP","app_proto":"tls","alert":{"action":"blocked","signature_id":7,"signature":"no such domain","category":"","severity":1},"tls":{"sni":"bad.example.org"}}}',
    '{"firewall_name":"edge","availability_zone":"eu-west-1b","event_timestamp":"1773144000","event":{"timestamp":"2026-03-10T12:00:00+0000","event_type":"netflow","src_ip":"10.0.0.7","src_port":50123,"dest_ip":"198.51.100.9","dest_port":53,"proto":"UDP","netflow":{"pkts":1,"bytes":78,"start":"2026-03-10T11:59:59+0000"}}}',
  ],
}
