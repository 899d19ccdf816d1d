import type { Fields } from '../../event/event.ts'
import { networkType } from '../network/network-type.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { leadingNumber } from '../text/leading-number.ts'
import { setPeer } from '../text/set-peer.ts'

type Side = 'source' | 'destination'

/** `192.0.2.1:1194`, `[AF_INET]192.0.2.1:1194`, `192.0.2.1[500]`, `192.0.2.1`. */
const end =
  (side: Side): PatternSetter<Fields> =>
  (fields, value) => {
    const whole = value.startsWith('[AF_') ? value.slice(value.indexOf(']') + 1) : value
    const bracket = whole.indexOf('[')
    const at = bracket > 0 ? bracket : isIp(whole) ? -1 : whole.lastIndexOf(':')
    const address = at < 0 ? whole : whole.slice(0, at)
    if (!isIp(address)) return
    setPeer(fields, side, address, at < 0 ? undefined : leadingNumber(whole.slice(at + 1)))
    fields['network.type'] = networkType(address)
  }

const text =
  (field: string): PatternSetter<Fields> =>
  (fields, value) => {
    fields[field] = value
  }

const SETTERS: Readonly<Record<string, PatternSetter<Fields>>> = {
  src: end('source'),
  dst: end('destination'),
  user: text('user.name'),
  bytes: (fields, value) => {
    const bytes = wholeNumber(value)
    if (bytes !== undefined) fields['network.bytes'] = bytes
  },
  question: (fields, value) => {
    fields['dns.question.name'] = value.endsWith('.') && value.length > 1 ? value.slice(0, -1) : value
  },
  type: text('dns.question.type'),
  class: text('dns.question.class'),
  answer: text('dns.response_code'),
}

interface Message {
  read: PatternReader<Fields>
  /** What the wording says. */
  says: Readonly<Record<string, string | readonly string[]>>
}

const message = (pattern: string, says: Message['says'] = {}): Message => ({
  read: compilePattern(pattern, SETTERS),
  says,
})

const FAILED = { 'event.outcome': 'failure' }

/** Messages of the programs of pfSense that no parser of their own reads; the first that fits counts. */
const PROGRAMS: Readonly<Record<string, readonly Message[]>> = {
  'php-fpm': [
    message("{}: webConfigurator authentication error for {}user '{user}' from: {src} ", {
      ...FAILED,
      'event.action': 'logon-failed',
    }),
    message("{}: webConfigurator authentication error for user '{user}' from: {src}", {
      ...FAILED,
      'event.action': 'logon-failed',
    }),
    message("{}: Successful login for user '{user}' from: {src} ", {
      'event.outcome': 'success',
      'event.action': 'logged-in',
    }),
    message("{}: Successful login for user '{user}' from: {src}", {
      'event.outcome': 'success',
      'event.action': 'logged-in',
    }),
    message("{}: User logged out for user '{user}' from: {src}", { 'event.action': 'logged-out' }),
    message("{}: Session timed out for user '{user}' from: {src}", { 'event.action': 'logged-out' }),
  ],
  openvpn: [
    message('{src} \\[{user}\\] Peer Connection Initiated with {}', {
      'event.type': ['connection', 'info', 'start'],
    }),
    message("user '{user}' authenticated", {
      'event.outcome': 'success',
      'event.type': ['connection', 'info', 'start'],
    }),
    message("user '{user}' could not authenticate", {
      ...FAILED,
      'event.type': ['connection', 'info', 'denied'],
    }),
    message('TLS Error: {} from {src}', { ...FAILED, 'event.type': ['connection', 'info'] }),
    message('{user}/{src} ', { 'event.type': ['connection', 'info'] }),
    message('{src} peer info: {}', { 'event.type': ['connection', 'info'] }),
    message('{src} TLS Error: {}', { ...FAILED, 'event.type': ['connection', 'info'] }),
    message('{src} ', { 'event.type': ['connection', 'info'] }),
  ],
  charon: [
    message('{} packet: from {src} to {dst} ({bytes} bytes)', { 'event.type': ['connection'] }),
    message('{} packet: from {src} to {dst}', { 'event.type': ['connection'] }),
  ],
  unbound: [
    message('{} info: {src} {question} {type} {class} {answer} ', {
      'event.type': ['connection', 'protocol', 'info'],
    }),
    message('{} info: {src} {question} {type} {class}', { 'event.type': ['connection', 'protocol', 'info'] }),
  ],
}

const PROTOCOLS: Readonly<Record<string, string>> = { openvpn: 'openvpn', charon: 'ipsec', unbound: 'dns' }

/** @returns whether this program's messages are read here */
export function readProgram(fields: Fields, program: string, line: string): boolean {
  const messages = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined
  if (messages === undefined) return false
  const protocol = PROTOCOLS[program]
  if (protocol !== undefined) fields['network.protocol'] = protocol
  for (const { read, says } of messages) {
    if (!read(fields, line)) continue
    Object.assign(fields, says)
    break
  }
  return true
}
