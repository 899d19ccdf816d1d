import type { Fields } from '../../event/event.ts'
import { readBars, readData, readElement } from '../checkpoint/read-data.ts'
import { exportTime, isExport, readExport } from '../checkpoint/read-export.ts'
import { CHECKPOINT_SETTERS } from '../checkpoint/setters.ts'
import { createFields } from '../create-fields.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const DATA = /^\[\w{1,60}::?"/
const ELEMENT = /^\[[\w.-]{1,32}@\d{1,10} {1,2}\w{1,60}="/
const BARS = /^(?:time|loguid|product)=[^|]{1,200}\|/
const NAME = /^[\w-]{1,64}$/

/** What an administrator did, in place of the `Accept` that every audit log carries. */
const OPERATIONS = new Map([
  ['Log In', 'logged-in'],
  ['Log Out', 'logged-out'],
  ['Force Log Out', 'logged-out'],
])

function setAction(fields: Fields, data: ReadonlyMap<string, readonly string[]>): void {
  const said = (name: string): string => data.get(name)?.[0] ?? ''
  const status = said('audit_status') || said('operation_results')
  const login = OPERATIONS.get(said('operation')) ?? (said('auth_status') === '' ? undefined : 'logged-in')
  const failed = /^fail|unsuccessful/i.test(status) || /^fail/i.test(said('auth_status'))
  if (login !== undefined) {
    fields['event.action'] = failed && login === 'logged-in' ? 'logon-failed' : login
    fields['event.outcome'] = failed ? 'failure' : 'success'
  } else if (said('action') !== '') fields['event.action'] = said('action')
  if (failed) fields['event.outcome'] = 'failure'
  else if (/^succe/i.test(status)) fields['event.outcome'] = 'success'
  const info = said('additional_info')
  if (login !== undefined && /^SSH connection/.test(info)) fields['network.protocol'] = 'ssh'
  if (failed && info !== '') fields['event.reason'] = info.slice(info.lastIndexOf(': ') + 1).trim()
}

function setDirection(fields: Fields, direction: string, device: string): void {
  if (direction === '') return
  fields['network.direction'] = direction
  const side = direction === 'inbound' ? 'ingress' : 'egress'
  if (device !== '') fields[`observer.${side}.interface.name`] ??= device
}

/** Older exporters write the name of the protocol before the bracket. */
const PROTOCOL = 'syslog['

function read(text: string): Map<string, string[]> | undefined {
  if (isExport(text)) return readExport(text)
  if (BARS.test(text.slice(0, 240))) return readBars(text)
  if (ELEMENT.test(text.slice(0, 120))) return readElement(text)
  const data = text.startsWith(PROTOCOL) ? text.slice(PROTOCOL.length - 1) : text
  return DATA.test(data.slice(0, 80)) ? readData(data) : undefined
}

function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const data = read(text)
  if (!data?.has('origin') || !(data.has('loguid') || data.has('product') || data.has('sequencenum')))
    return undefined
  const fields = createFields()
  fields['event.module'] = 'checkpoint'
  fields['event.dataset'] = 'checkpoint.firewall'
  fields['observer.vendor'] = 'Checkpoint'
  fields['observer.type'] = 'firewall'
  for (const [name, values] of data) {
    const [first = ''] = values
    if (first === '' || first === ' ') continue
    const set = Object.hasOwn(CHECKPOINT_SETTERS, name) ? CHECKPOINT_SETTERS[name] : undefined
    if (set !== undefined) set(fields, first)
    else if (name === 'layer_name') fields['network.name'] = values
    else if (name === 'rule_uid') fields['rule.uuid'] = values.length > 1 ? values : first
    else if (NAME.test(name)) fields[`checkpoint.${name}`] = values.length > 1 ? values : first
  }
  const host = data.get('hostname')?.[0]
  if (host !== undefined && host !== '') fields['observer.hostname'] = host
  setAction(fields, data)
  setDirection(fields, data.get('ifdir')?.[0] ?? '', data.get('ifname')?.[0] ?? '')
  fillAddresses(fields)
  copyToClientServer(fields)
  const stamp = data.get('time')?.[0] ?? ''
  if (/^\d{10}(?:\d{3})?$/.test(stamp)) return { time: parseEpochTime(Number(stamp)), fields }
  return { time: data.has('clock') ? parseAnyTime(exportTime(data), context) : undefined, fields }
}

export const parser: Parser = {
  name: 'checkpoint',
  reads:
    'Check Point gateways and management, all blades, as Log Exporter writes them for syslog and for Splunk',
  version: 1,
  clues: [
    { program: 'checkpoint' },
    { prefix: '[' },
    { prefix: 'time=' },
    { prefix: 'loguid=' },
    { prefix: 'syslog[' },
    { prefix: '"' },
  ],
  rank: 3,
  parse,
  samples: [
    '[action:"Accept"; flags:"444676"; ifdir:"outbound"; ifname:"eth0"; logid:"0"; loguid:"{0x5e80a09b,0x0,0x60e0fe3b,0xda019994}"; origin:"10.0.0.1"; sequencenum:"2"; version:"5"; dst:"203.0.113.9"; inzone:"Local"; layer_name:"Network"; layer_name:"Web"; outzone:"External"; product:"VPN-1 & FireWall-1"; proto:"17"; rule_uid:"1fde807b-6300-4b1a-914f-f1c1f3e2e7d3"; s_port:"36896"; service:"53"; service_id:"domain-udp"; src:"10.0.0.7"]',
    'time=1773144000|hostname=gw01|product=SmartConsole|action=Accept|ifdir=outbound|origin=10.0.0.1|sequencenum=1|version=5|administrator=anna|audit_status=Failure|additional_info=Wrong Password|client_ip=10.0.0.8|machine=pc7|operation=Log In|operation_number=10|subject=Administrator Login',
    '[log@2620 action="Drop" ifdir="inbound" loguid="{0x5e80a09b,0x0,0x60e0fe3b,0xda019994}" origin="10.0.0.1" sequencenum="3" time="1773144000" dst="10.0.0.7" product="VPN-1 & FireWall-1" proto="6" s_port="36896" service="22" src="203.0.113.9"]',
    'syslog[action:"Drop"; ifdir:"inbound"; ifname:"eth1"; loguid:"{0x5e80a09b,0x0,0x60e0fe3b,0xda019994}"; origin:"10.0.0.1"; time:"1773144000"; version:"1"; dst:"10.0.0.7"; inzone:"External"; product:"VPN-1 & FireWall-1"; proto:"6"; rule:"12"; rule_name:"Clean up"; s_port:"54377"; service:"5530"; src:"203.0.113.9"; ]',
    '"22" "10Mar2026" "12:00:00" "eth1" "gw01" "Log" "Accept" "443" "44250" "203.0.113.9" "10.0.0.7" "tcp" "81" "Web" "81-Policy" "" "inzone: External; outzone: Internal; service_id: https" "Security Gateway/Management" "" ""',
  ],
}
