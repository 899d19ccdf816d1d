import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { type FieldMap, number, text as word } from '../fields/field-setters.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { macAddress } from '../network/mac-address.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { setEndpoint, setNatEndpoint } from '../sonicwall/set-endpoint.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const MAX_HEAD = 64
const LEVELS = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug']
/** Code numbers of requests in content filter logs. */
const METHODS: Readonly<Record<string, string>> = { 1: 'GET', 2: 'POST', 3: 'HEAD', 4: 'PUT', 5: 'CONNECT' }

function priority(fields: Fields, value: unknown): void {
  const level = wholeNumber(String(value))
  const name = level === undefined ? undefined : LEVELS[level]
  if (level === undefined || name === undefined) return
  fields['event.severity'] = level
  fields['log.level'] = name
}

/** `tcp/https`, `udp/53` */
function protocol(fields: Fields, value: unknown): void {
  const [transport = '', service = ''] = String(value).split('/', 2)
  if (transport !== '') fields['network.transport'] = transport.toLowerCase()
  if (service !== '' && wholeNumber(service) === undefined) fields['network.protocol'] = service.toLowerCase()
}

const nanoseconds =
  (unit: number) =>
  (fields: Fields, value: unknown): void => {
    const length = wholeNumber(String(value))
    if (length !== undefined && length < 1e9) fields['event.duration'] = length * unit
  }

const SETTERS: FieldMap = {
  id: word('observer.name'),
  sn: word('observer.serial_number'),
  m: word('event.code'),
  pri: priority,
  src: (fields, value) => setEndpoint(fields, 'source', String(value)),
  dst: (fields, value) => setEndpoint(fields, 'destination', String(value)),
  srcV6: (fields, value) => setEndpoint(fields, 'source', String(value)),
  dstV6: (fields, value) => setEndpoint(fields, 'destination', String(value)),
  natSrc: (fields, value) => setNatEndpoint(fields, 'source', String(value)),
  natDst: (fields, value) => setNatEndpoint(fields, 'destination', String(value)),
  natSrcV6: (fields, value) => setNatEndpoint(fields, 'source', String(value)),
  natDstV6: (fields, value) => setNatEndpoint(fields, 'destination', String(value)),
  srcMac: macAddress('source.mac'),
  dstMac: macAddress('destination.mac'),
  srcZone: word('observer.ingress.zone'),
  dstZone: word('observer.egress.zone'),
  proto: protocol,
  sent: number('source.bytes'),
  rcvd: number('destination.bytes'),
  spkt: number('source.packets'),
  rpkt: number('destination.packets'),
  usr: word('user.name'),
  user: word('user.name'),
  rule: word('rule.id'),
  dur: nanoseconds(1e9),
  cdur: nanoseconds(1e6),
  appName: word('network.application'),
  agent: word('user_agent.original'),
  referer: word('http.request.referrer'),
  result: number('http.response.status_code'),
  fileid: word('file.hash.md5'),
  filename: word('file.name'),
  virusId: word('rule.id'),
  sid: word('rule.id'),
  ipscat: word('rule.category'),
  spycat: word('rule.category'),
  op: (fields, value) => {
    const method = METHODS[String(value)]
    if (method !== undefined) fields['http.request.method'] = method
  },
}

/** One side may have said nothing yet. */
function sum(fields: Fields, unit: 'bytes' | 'packets'): void {
  const { [`source.${unit}`]: sent, [`destination.${unit}`]: received } = fields
  if (sent !== undefined || received !== undefined) {
    fields[`network.${unit}`] = Number(sent ?? 0) + Number(received ?? 0)
  }
}

function setVisit(fields: Fields, host: string, path: string): void {
  const scheme =
    fields['network.protocol'] === 'https' || fields['destination.port'] === 443 ? 'https' : 'http'
  fields['url.scheme'] = scheme
  fields['url.domain'] = host
  const question = path.indexOf('?')
  if (path.startsWith('/')) fields['url.path'] = question < 0 ? path : path.slice(0, question)
  if (question >= 0) fields['url.query'] = path.slice(question + 1)
  fields['url.full'] = `${scheme}://${host}${path}`
}

/** At the start, or behind the name of the device. */
function pairsAt(text: string): number {
  let at = 0
  if (!text.startsWith('id=')) {
    at = text.indexOf(' ')
    if (at < 0 || at > MAX_HEAD) return -1
    while (text.charCodeAt(at) === 0x20) at++
  }
  return text.startsWith('id=', at) ? at : -1
}

function parse({ text, host }: Line, context: ParseContext): Parsed | undefined {
  const at = pairsAt(text)
  if (at < 0) return undefined
  const head = text.slice(0, at).trim()
  if (head !== '' && !/^[\w.:-]+$/.test(head)) return undefined
  const pairs = readPairs(text.slice(at))
  if (!pairs.has('sn') || !pairs.has('fw') || !(pairs.has('m') || pairs.has('pri'))) return undefined
  const fields = createFields()
  fields['event.module'] = 'sonicwall_firewall'
  fields['event.dataset'] = 'sonicwall_firewall.log'
  fields['observer.vendor'] = 'SonicWall'
  fields['observer.product'] = 'SonicOS'
  fields['observer.type'] = 'firewall'
  if (isIp(head)) fields['host.ip'] = [head]
  if (host !== undefined || head !== '') fields['observer.hostname'] = host ?? head
  const [message = '', note = ''] = [pairs.get('msg'), pairs.get('note')]
  if (message !== '' || note !== '') {
    fields.message = message === '' ? note : note === '' ? message : `${message} (${note})`
  }
  const time = parseIsoTime(pairs.get('time') ?? '', context)
  const site = pairs.get('dstname') ?? ''
  const path = pairs.get('arg') ?? ''
  for (const name of ['msg', 'note', 'time', 'dstname', 'arg']) pairs.delete(name)
  setPairs(fields, 'sonicwall.firewall', pairs, SETTERS)
  sum(fields, 'bytes')
  sum(fields, 'packets')
  fillAddresses(fields)
  if (site !== '') setVisit(fields, site, path)
  return { time, fields }
}

export const parser: Parser = {
  name: 'sonicwall',
  reads: 'SonicWall firewalls (SonicOS), default and enhanced syslog format',
  version: 1,
  clues: [{ prefix: 'id=' }, { first: '0123456789', next: '._:- ', after: '._:- ' }],
  rank: 7,
  parse,
  samples: [
    'id=firewall sn=0040100CE000 time="2026-03-10 12:00:00 UTC" fw=198.51.100.1 pri=6 c=1024 gcat=6 m=537 msg="Connection Closed" srcMac=00:00:5e:00:53:01 src=10.0.0.7:51000:X0 srcZone=Trusted natSrc=198.51.100.1:40100 dst=203.0.113.9:443:X1 dstZone=Untrusted proto=tcp/https sent=180 rcvd=416 spkt=3 rpkt=8 cdur=2000 rule="5 (LAN->WAN)" n=467 fw_action="NA"',
    '10.0.0.1  id=firewall sn=0040100CE000 time="2026-03-10 12:00:00" fw=198.51.100.1 pri=6 c=1024 m=97 msg="Web site hit" src=10.0.0.7:51001:X0 dst=203.0.113.9:80:X1 usr="anna" proto=tcp/http op=1 dstname=www.example.org arg=/a?b=1 note="Policy: Default"',
    'id=fw2 sn=0040100CE000 time="2026-03-10 12:00:00" fw=198.51.100.1 pri=1 c=32 m=30 msg="Administrator login denied due to bad credentials" usr="anna" src=10.0.0.8:0:X0 dst=10.0.0.1:443:X0',
  ],
}
