import { isObject } from '../json/flatten-json.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readBitdefender } from '../saas/bitdefender.ts'
import { endpointProducts } from '../saas/endpoint-products.ts'
import { unwrap } from '../saas/unwrap.ts'

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const whole = unwrap(json)
  const event = isObject(whole.event) ? whole.event : whole
  if (typeof event.module === 'string' && ('companyId' in event || 'product_installed' in event)) {
    const id = whole.id ?? event._id
    return readBitdefender(id === undefined ? event : { ...event, _id: id }, context)
  }
  return endpointProducts.find(({ keys }) => keys.every((key) => key in whole))?.read(whole, context)
}

export const parser: Parser = {
  name: 'endpoint-agents',
  reads:
    'Bitdefender GravityZone, Carbon Black Cloud, ESET Protect, Sophos Central: events, alerts, detections',
  version: 1,
  clues: [
    { json: ['json'] },
    { json: ['companyId', 'module'] },
    { json: ['product_installed', 'module'] },
    { json: ['jsonrpc', 'event'] },
    ...endpointProducts.map(({ keys }) => ({ json: keys })),
  ],
  rank: -1,
  parse,
  samples: [
    '{"companyId":"c7","product_installed":"BEST","computer_name":"ws01","computer_ip":"10.0.0.7","status":"aph_blocked","url":"http://www.example.org/a","module":"aph","last_blocked":"2026-03-10T12:00:00Z"}',
    '{"process_guid":"p7","device_timestamp":"2026-03-10T12:00:00.125Z","device_name":"EXAMPLE\\\\ws01","action":"ACTION_CREATE_KEY","process_path":"c:\\\\windows\\\\system32\\\\cmd.exe","regmod_name":"HKLM\\\\SOFTWARE\\\\x"}',
    '{"event_type":"Threat_Event","occured":"2026-03-10T12:00:00Z","source_uuid":"s7","hostname":"ws01.example.org","ipv4":"10.0.0.7","object_uri":"file:///C:/Temp/x.exe","action_taken":"cleaned by deleting","hash":"ab12"}',
    '{"rt":"2026-03-10T12:00:00Z","end":"2026-03-10T11:59:59Z","type":"Event::Endpoint::Application::Blocked","endpoint_id":"e7","endpoint_type":"computer","dhost":"ws01","suser":"EXAMPLE\\\\anna","severity":"low","name":"Controlled application blocked"}',
  ],
}
