import type { Fields, Scalar } from '../../event/event.ts'
import { account, address, type FieldSetter, filePath } from '../fields/field-setters.ts'
import { isIp } from '../text/is-ip.ts'
import { FAILURE_REASONS, LOGON_STATUS, LOGON_TYPES, SERVICE_TYPES } from './security-words.ts'

/** Whether Windows wrote nothing, or its word for nothing. */
const isNothing = (value: string): boolean => value === '' || value === '-'

export function logonType(fields: Fields, value: Scalar): void {
  const name = LOGON_TYPES.get(String(value))
  if (name !== undefined) fields['winlog.logon.type'] ??= name
}

/** `%%2313`: a message of Windows by its number; agents that render have its text. */
export function failureReason(fields: Fields, value: Scalar): void {
  const word = String(value)
  if (isNothing(word)) return
  const reason = FAILURE_REASONS.get(word.replace('%%', '')) ?? word
  fields['winlog.logon.failure.reason'] ??= reason
  fields['event.reason'] ??= reason
}

const status =
  (field: string): FieldSetter =>
  (fields, value) => {
    const text = LOGON_STATUS.get(String(value).toLowerCase())
    if (text !== undefined) fields[field] ??= text
  }

export const logonStatus = status('winlog.logon.failure.status')
export const logonSubStatus = status('winlog.logon.failure.sub_status')

/** `anna@EXAMPLE.ORG`: the realm is the domain, which has its own field. */
export function principal(fields: Fields, value: Scalar): void {
  const name = String(value).split('@', 1)[0] ?? ''
  if (!isNothing(name)) fields['user.name'] ??= name
}

/** `CN=Anna,OU=Staff,DC=example,DC=org`: the member of a group. */
export function member(fields: Fields, value: Scalar): void {
  const path = String(value)
  const name = /^CN=((?:[^,\\]|\\.)*)/i.exec(path)?.[1]
  if (name !== undefined && name !== '') fields['user.target.name'] ??= name
  const at = path.search(/,DC=/i)
  if (at < 0) return
  const parts = path.slice(at + 1).split(',', 16)
  const domain = parts.filter((part) => /^DC=/i.test(part)).map((part) => part.slice(3))
  if (domain.length > 0) fields['user.target.domain'] ??= domain.join('.')
}

const TRANSPORTS: ReadonlyMap<string, string> = new Map([
  ['1', 'icmp'],
  ['2', 'igmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['41', 'ipv6'],
  ['47', 'gre'],
  ['50', 'esp'],
  ['51', 'ah'],
  ['58', 'ipv6-icmp'],
  ['132', 'sctp'],
])

/** The number of IANA. */
export function protocolNumber(fields: Fields, value: Scalar): void {
  const number = String(value)
  const name = TRANSPORTS.get(number)
  if (/^\d{1,3}$/.test(number)) fields['network.iana_number'] ??= number
  if (name !== undefined) fields['network.transport'] ??= name
}

const INBOUND = new Set(['%%14592', 'Inbound'])
const OUTBOUND = new Set(['%%14593', 'Outbound'])

export function filterDirection(fields: Fields, value: Scalar): void {
  const word = String(value)
  if (INBOUND.has(word)) fields['network.direction'] ??= 'inbound'
  else if (OUTBOUND.has(word)) fields['network.direction'] ??= 'outbound'
}

const sourceAddress = address('source')

/** Of a session: `LOCAL` is the machine itself. */
export function clientAddress(fields: Fields, value: Scalar): void {
  sourceAddress(fields, value === 'LOCAL' ? '127.0.0.1' : value)
}

export function serviceType(fields: Fields, value: Scalar): void {
  const word = String(value).toLowerCase()
  if (!isNothing(word)) fields['service.type'] ??= SERVICE_TYPES.get(word) ?? word
}

const shareFile = filePath('file')

/** Below the share: with the folder that is shared, the file's path; a share's name alone is none. */
export function relativeTarget(fields: Fields, value: Scalar): void {
  const target = String(value)
  if (isNothing(target)) return
  fields['file.target_path'] ??= target
  const folder = String(fields['winlog.event_data.ShareLocalPath'] ?? '')
  const joint = folder.endsWith('\\') || folder === '' ? '' : '\\'
  if (!isNothing(folder)) shareFile(fields, `${folder}${joint}${target}`)
}

/** `10.0.0.7`, `10.0.0.7:51012` or a name. */
export function hostPort(fields: Fields, value: Scalar): void {
  const whole = String(value).trim()
  const colon = whole.lastIndexOf(':')
  const host = colon > 0 && isIp(whole.slice(0, colon)) ? whole.slice(0, colon) : whole
  sourceAddress(fields, host)
  if (host !== whole) fields['source.port'] ??= Number(whole.slice(colon + 1)) || 0
}

const user = account('user')

/** `EXAMPLE\anna` or `anna@example.org`. */
export function userName(fields: Fields, value: Scalar): void {
  const name = String(value)
  const at = name.includes('\\') ? -1 : name.lastIndexOf('@')
  if (at < 1) {
    user(fields, value)
    return
  }
  fields['user.name'] ??= name.slice(0, at)
  fields['user.domain'] ??= name.slice(at + 1)
}
