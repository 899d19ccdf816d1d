import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { setEveEcs } from '../suricata/set-eve-ecs.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Others have events of the same shape; theirs have names in capitals. */
const KIND = /^[a-z][a-z\d_-]{0,40}$/

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.timestamp !== 'string') return undefined
  const { event_type: kind, alert } = json
  if (typeof kind === 'string' ? !KIND.test(kind) : typeof alert !== 'object') return undefined
  const fields = createFields()
  flattenJson(fields, 'suricata.eve', json)
  delete fields['suricata.eve.timestamp']
  setEveEcs(fields)
  return { time: parseAnyTime(json.timestamp, context), fields }
}

/** Suricata's EVE, all event types: the part named after the type holds what it is about. */
export const parser: Parser = {
  name: 'suricata-eve',
  reads: 'Suricata EVE records of all event types, with the ATT&CK ids of rules',
  version: 1,
  clues: [
    { json: ['flow_id', 'timestamp'] },
    { json: ['event_type', 'timestamp', 'src_ip', 'dest_ip'] },
    { json: ['stats', 'event_type', 'timestamp'] },
    { json: ['engine', 'event_type', 'timestamp'] },
  ],
  rank: 2,
  parse,
  samples: [
    '{"timestamp":"2026-03-10T12:00:00.250000+0000","flow_id":1,"in_iface":"eth0","event_type":"alert","src_ip":"10.0.0.7","src_port":51826,"dest_ip":"192.0.2.10","dest_port":80,"proto":"TCP","alert":{"action":"allowed","gid":1,"signature_id":9000001,"rev":2,"signature":"EXAMPLE tool seen","category":"Misc activity","severity":3,"metadata":{"mitre_technique_id":["T1071_001"]}},"app_proto":"http","http":{"hostname":"www.example.org","url":"/a","http_method":"GET","status":200}}',
    '{"timestamp":"2026-03-10T12:00:00.250000+0000","flow_id":2,"event_type":"dns","src_ip":"10.0.0.7","src_port":51827,"dest_ip":"10.0.0.1","dest_port":53,"proto":"UDP","dns":{"version":2,"type":"answer","id":7,"rrname":"www.example.org","rrtype":"A","rcode":"NOERROR","ra":true,"answers":[{"rrname":"www.example.org","rrtype":"A","ttl":60,"rdata":"192.0.2.10"}]}}',
    '{"timestamp":"2026-03-10T12:00:00.250000+0000","event_type":"stats","stats":{"uptime":60,"decoder":{"pkts":10}}}',
  ],
}
