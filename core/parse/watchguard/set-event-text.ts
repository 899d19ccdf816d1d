import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'
import { setLoginName } from './set-login-name.ts'

const MAX_WORDS = 200
const FAILURE =
  /\b(?:fail(?:ed|ure)?|not|unable|cannot|could not|reject(?:ed)?|denied|error|invalid|dropped|no|timed out|deactivated|disqualified|loss|removed from cluster|shutting down|reset to factory-default|has reached the maximum|maximum number|without enough|is down|insufficient|expired or|is expired|is revoked|another instance)\b/i
const FINE =
  /\b(?:not spam|did not change|will not be added|no change|is not up|was not up|interface shutting down|firewall is shutting down)\b/i
const NO_USERS = new Set([
  'authentication',
  'from',
  'connections',
  'name',
  'has',
  'is',
  'with',
  'was',
  'password',
])

/** Punctuation that clings to a word of a sentence. */
const bare = (word: string): string => word.replace(/^['"[(]/, '').replace(/[.,;:'")\]]{1,3}$/, '')

/** `10.0.0.7`, `10.0.0.7:500`, `ip=10.0.0.7`. */
function addressOf(word: string): string | undefined {
  if (isIp(word)) return word
  const plain = bare(word)
  if (isIp(plain)) return plain
  const colon = plain.lastIndexOf(':')
  const host = colon > 0 ? plain.slice(0, colon) : plain
  if (isIp(host)) return host
  const equals = plain.indexOf('=')
  return equals > 0 && isIp(plain.slice(equals + 1)) ? plain.slice(equals + 1) : undefined
}

/** VPN peers are the far end whichever way the message went; elsewhere `from` is the source. */
function setAddresses(fields: Fields, area: string, words: readonly string[]): void {
  const vpn = area.startsWith('02')
  for (let i = 1; i < words.length; i++) {
    const before = words[i - 1]?.toLowerCase() ?? ''
    const address = addressOf(words[i] ?? '')
    if (address === undefined) continue
    if (before === 'to' && fields['source.ip'] !== undefined) fields['destination.ip'] ??= address
    else if (before === 'from' && vpn && words[i + 1] !== 'to') fields['destination.ip'] ??= address
    else if (before === 'from' || before === 'client' || before === 'host') fields['source.ip'] ??= address
    else if (before === 'against' || before === 'server' || before === 'peer')
      fields['destination.ip'] ??= address
    else if (vpn && before === 'at') fields['destination.ip'] ??= address
    else if (area === '3001' || words[i]?.startsWith('ip=')) fields['source.ip'] ??= address
    else if (
      words[i - 2] === 'address' ||
      (before === 'address' && words[i - 2] === 'IP' && words[i - 3] === 'virtual')
    )
      fields['destination.ip'] ??= address
  }
}

function setUser(fields: Fields, words: readonly string[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i]?.toLowerCase()
    if (word !== 'user' && word !== 'client') continue
    const name = bare(words[i + 1] ?? '')
    if (name === '' || isIp(name) || NO_USERS.has(name.toLowerCase())) continue
    if (word === 'client' && !words[i + 1]?.startsWith('[')) continue
    setLoginName(fields, name)
    return
  }
  if (words[1] === 'added' || words[1] === 'removed') setLoginName(fields, words[0] ?? '')
}

const MARKS = [
  'Reason=',
  'Reason: ',
  'reason = ',
  'rejected, ',
  'rejected - ',
  'requirement: ',
  'upgrade failed: ',
]
function setReason(fields: Fields, text: string): void {
  for (const mark of MARKS) {
    const at = text.indexOf(mark)
    if (at < 0) continue
    const reason = text.slice(at + mark.length).split(' Task_UUID', 1)[0] ?? ''
    fields['event.reason'] = mark === 'reason = ' ? reason.replace(/\)$/, '') : reason
    return
  }
  const due = text.indexOf(' due to ')
  if (due > 0) fields['event.reason'] = text.slice(due + 1)
}

const LABELS = [
  ['Source IP Address: ', 'source.ip'],
  ['Source IP: ', 'source.ip'],
  ['Destination IP Address: ', 'destination.ip'],
  ['Destination IP: ', 'destination.ip'],
  ['Source Port: ', 'source.port'],
  ['Destination Port: ', 'destination.port'],
] as const
function setLabelled(fields: Fields, text: string): void {
  for (const [label, field] of LABELS) {
    const at = text.indexOf(label)
    if (at < 0) continue
    const word = bare(text.slice(at + label.length, at + label.length + 45).split(' ', 1)[0] ?? '')
    if (field.endsWith('port')) {
      if (/^\d{1,5}$/.test(word)) fields[field] = Number(word)
    } else if (isIp(word)) fields[field] = word
  }
}

/** `[eth0 (External)] Interface is ..`: sentences about an interface begin with it. */
const INTERFACE = /^\[([A-Za-z]{2,8}\d{1,4})[\] ]/
const MAC = /\bmac=([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/i

/** What a sentence of the event log says: who, from where, why, and how it went. */
export function setEventText(fields: Fields, area: string, text: string): void {
  const words = text.split(' ', MAX_WORDS)
  setLabelled(fields, text)
  setAddresses(fields, area, words)
  setUser(fields, words)
  setReason(fields, text)
  const device = INTERFACE.exec(text)
  if (device?.[1]) fields['observer.ingress.interface.name'] = device[1]
  const mac = MAC.exec(text.slice(0, 300))
  if (mac?.[1]) fields['source.mac'] = mac[1].toUpperCase().replaceAll(':', '-')
  const sentence = text.slice(0, 400)
  fields['event.outcome'] ??= FAILURE.test(sentence) && !FINE.test(sentence) ? 'failure' : 'success'
}
