import { compilePattern, type PatternReader } from '../text/compile-pattern.ts'
import { ASA_ACCESS_MESSAGES, ASA_COMMON_PATTERNS } from './asa-access-messages.ts'
import { ASA_FIELDS, type AsaEvent } from './asa-fields.ts'
import { ASA_TRAFFIC_MESSAGES } from './asa-traffic-messages.ts'
import { setEndpoint } from './set-endpoint.ts'

type Reader = PatternReader<AsaEvent>

const compile = (pattern: string): Reader => compilePattern<AsaEvent>(pattern, ASA_FIELDS)

const readers = new Map<string, readonly Reader[]>()
for (const [ids, patterns] of [
  ...Object.entries(ASA_TRAFFIC_MESSAGES),
  ...Object.entries(ASA_ACCESS_MESSAGES),
]) {
  const compiled = patterns.map(compile)
  for (const part of ids.split(', ')) {
    const [from = 0, to = from] = part.split('-').map(Number)
    for (let id = from; id <= to; id++) readers.set(String(id), compiled)
  }
}
const common = ASA_COMMON_PATTERNS.map(compile)

/** What a message says beside its words. */
const CONSTANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '106013': { 'network.transport': 'icmp', 'network.iana_number': '1' },
  '302020': { 'network.type': 'icmp' },
  '419002': { 'event.reason': 'Duplicate TCP SYN with different initial sequence number' },
  '602303': { 'network.type': 'ipsec' },
  '602304': { 'network.type': 'ipsec' },
  '702307': { 'network.type': 'ipsec' },
  '722033': { 'network.transport': 'tcp', 'network.iana_number': '6' },
  '722034': { 'network.transport': 'tcp', 'network.iana_number': '6' },
}

/** `... from inside:10.0.0.7/443 to outside:192.0.2.1/80 ...` in a message that no table names. */
function readEnds({ fields }: AsaEvent, text: string): void {
  const from = text.indexOf(' from ')
  const to = text.indexOf(' to ', from)
  if (from < 0 || to < 0) return
  const source = text.slice(from + 6, to)
  const destination = text.slice(to + 4).split(/[ ,;]/, 1)[0] ?? ''
  if (!looksLikeEnd(source) || !looksLikeEnd(destination)) return
  setEndpoint(fields, 'source', source)
  setEndpoint(fields, 'destination', destination)
}

const looksLikeEnd = (text: string): boolean =>
  text.length < 200 && /^[\w.-]*:?[0-9A-Fa-f]*[.:][0-9A-Fa-f.:]+(?:\/\w+)?(?: ?\(|$)/.test(text)

/** The message behind `%ASA-6-302013: `, by its id. */
export function readAsaMessage(event: AsaEvent, id: string, text: string): void {
  const known = readers.get(id)
  if (known !== undefined) {
    for (const read of known) {
      if (!read(event, text)) continue
      Object.assign(event.fields, CONSTANTS[id])
      return
    }
  }
  const first = text.charAt(0)
  if (first === 'G' || first === 'U' || first === 'I' || first === 'L') {
    for (const read of common) if (read(event, text)) return
  }
  readEnds(event, text)
}
