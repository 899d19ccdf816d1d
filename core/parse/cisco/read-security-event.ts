import type { Fields } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { setTransport } from '../network/set-transport.ts'
import { setPeer } from '../text/set-peer.ts'
import { snakeCase } from '../text/snake-case.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { setUrl } from '../web/set-url.ts'
import { DNS_RECORD_TYPES, DNS_RESPONSE_CODES } from './dns-words.ts'
import { SECURITY_EVENT_FIELDS } from './security-event-fields.ts'
import { setAccount } from './set-account.ts'

const MAX_PAIRS = 150
const KEY = /^[A-Z][\w ]{1,40}$/
/** What FTD writes where it knows no user. */
const NOBODY = new Set(['No Authentication Required', 'Not Found', 'Unknown', 'Special Identities', ''])

/** `Key: value, Key: value`; a comma without a key behind it belongs to the value, of a repeated key the first counts. */
function readKeyList(text: string): Map<string, string> {
  const pairs = new Map<string, string>()
  let key = ''
  let value = ''
  const keep = (): void => {
    if (key !== '' && !pairs.has(key)) pairs.set(key, value.trim())
  }
  let at = 0
  let colon = text.indexOf(':')
  while (at < text.length && pairs.size < MAX_PAIRS) {
    if (colon >= 0 && colon < at) colon = text.indexOf(':', at)
    const comma = text.indexOf(',', at)
    const end = comma < 0 ? text.length : comma
    const name = colon < 0 || colon > end || colon - at > 44 ? '' : text.slice(at, colon).trim()
    const last = text.charCodeAt(colon + 1)
    if (name !== '' && KEY.test(name) && (last === 0x20 || last === 0x2c || colon + 1 === text.length)) {
      keep()
      key = name
      value = text.slice(colon + 1, end)
    } else if (key !== '') value += text.slice(at - 1, end)
    at = end + 1
  }
  keep()
  return pairs
}

/** `PassiveAuth\anna`; not every word in `User` is one. */
function setUser(fields: Fields, user: string | undefined): void {
  if (user === undefined || NOBODY.has(user)) return
  fields['user.id'] = user
  setAccount(fields, 'user', user)
}

function setTimes(fields: Fields, pairs: Map<string, string>): void {
  const start = parseIsoTime(pairs.get('FirstPacketSecond') ?? '', 0)
  const seconds = Number(pairs.get('ConnectionDuration') ?? Number.NaN)
  if (Number.isInteger(seconds) && seconds >= 0 && seconds < 1e9) fields['event.duration'] = seconds * 1e9
  if (start === undefined) return
  const at = Number(start / 1_000_000n)
  fields['event.start'] = new Date(at).toISOString()
  if (seconds >= 0 && seconds < 1e9) fields['event.end'] = new Date(at + seconds * 1000).toISOString()
}

/** What the rule or the inline engine did. */
function setVerdict(fields: Fields, pairs: Map<string, string>): void {
  const rule = pairs.get('AccessControlRuleAction')
  const inline = pairs.get('InlineResult')
  if (rule !== undefined) {
    fields['event.outcome'] = 'success'
    if (/^(?:allow|trust|fastpath)/i.test(rule)) fields['cisco.ftd.verdict'] = 'allowed'
    else if (/^(?:block|interactive block|deny)/i.test(rule)) fields['cisco.ftd.verdict'] = 'denied'
  } else if (inline !== undefined) {
    fields['event.outcome'] = 'success'
    if (/^pass/i.test(inline)) fields['cisco.ftd.verdict'] = 'allowed'
    else if (/^(?:block|drop)/i.test(inline)) fields['cisco.ftd.verdict'] = 'denied'
  }
}

/** The types of a security event, by its id, before what was decided about it. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  '430001': ['info'],
  '430002': ['connection', 'start'],
  '430003': ['connection', 'end'],
}

function setType(fields: Fields): void {
  const types = TYPES[String(fields['event.code'])]
  const verdict = fields['cisco.ftd.verdict']
  if (types !== undefined && typeof verdict === 'string') fields['event.type'] = [...types, verdict]
}

const MAX_NAMES = 1_000
const names = new Map<string, string>()

/** `SrcIP` is `cisco.ftd.security.src_ip`. */
function fieldOf(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const name = `cisco.ftd.security.${snakeCase(key)}`
  if (names.size < MAX_NAMES) names.set(key, name)
  return name
}

const FIELDS = Object.entries(SECURITY_EVENT_FIELDS satisfies FieldMap)

/** `SrcIP: 10.0.0.7, DstIP: 192.0.2.1, ...`: connection, intrusion, file and malware events of FTD. */
export function readSecurityEvent(fields: Fields, text: string): void {
  const pairs = readKeyList(text)
  for (const [key, value] of pairs) {
    if (value !== '') fields[fieldOf(key)] = value
  }
  for (const [key, set] of FIELDS) {
    const value = pairs.get(key)
    if (value !== undefined && value !== '') set(fields, value)
  }
  setPeer(fields, 'source', pairs.get('SrcIP') ?? '', Number(pairs.get('SrcPort') || Number.NaN))
  setPeer(fields, 'destination', pairs.get('DstIP') ?? '', Number(pairs.get('DstPort') || Number.NaN))
  const protocol = pairs.get('Protocol')
  if (protocol !== undefined && protocol !== '') setTransport(fields, protocol)
  const sent = fields['source.bytes']
  const received = fields['destination.bytes']
  if (typeof sent === 'number' && typeof received === 'number') fields['network.bytes'] = sent + received
  const url = pairs.get('URI') ?? pairs.get('URL')
  if (url !== undefined && url !== '') setUrl(fields, url)
  const type = DNS_RECORD_TYPES.get((pairs.get('DNSRecordType') ?? '').toLowerCase())
  if (type !== undefined) fields['dns.question.type'] = type
  const response = DNS_RESPONSE_CODES.get((pairs.get('DNSResponseType') ?? '').toLowerCase())
  if (response !== undefined) fields['dns.response_code'] = response
  setUser(fields, pairs.get('User'))
  setTimes(fields, pairs)
  setVerdict(fields, pairs)
  setType(fields)
}
