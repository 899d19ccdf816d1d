import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'

const MAX_TEXT = 1_000
const USER = /\b[Uu]ser(?:name)?:? '?([^'\s,;]{1,200})'?/
const PLACE = /\b(?:[Ff]rom|ip|initiated by):? ([0-9a-fA-F.:]{3,45})/
/** `server address '10.0.0.8'`, `Update server: example.org`, `connect to address: 10.0.0.8 port: 443` */
const SERVER = /\b(?:server address|server:|to address:) '?([^'\s,]{1,200})'?(?: port: (\d{1,5})\b)?/
const INTERFACE = /\binterface ([\w./-]{1,64}), ip /
const PACKAGE = /\bpackage: ([\w.-]{1,200})/
const PROTOCOL = /\busing (https?|ssh|telnet)\b/i
/** A sentence, in which `e.g.` ends none. */
const REASON = /\bReason: ?(.{1,300}?)(?:\.(?: [a-z]+ profile| From|$)|$)/
/** `User name`, `user authentication`: words that are no account. */
const NO_USERS = new Set(['authentication', 'name', 'is', 'has', 'from', 'activity', 'group', 'id', 'logged'])

function setMatch(fields: Fields, field: string, pattern: RegExp, text: string): void {
  const found = pattern.exec(text)?.[1]
  if (found !== undefined) fields[field] ??= found
}

/** What the sentences of a SYSTEM log say: who, from where, and whether it worked. */
export function setSystemEvent(fields: Fields): void {
  const { 'panw.panos.description': description, 'event.code': code, 'observer.hostname': device } = fields
  if (device !== undefined) fields['host.name'] ??= device
  if (typeof description !== 'string') return
  fields['event.reason'] ??= description
  const text = description.slice(0, MAX_TEXT)
  const user = USER.exec(text)?.[1]
  if (user !== undefined && !NO_USERS.has(user.toLowerCase()))
    fields['user.name'] ??= user.replace(/[.:]$/, '')
  const place = PLACE.exec(text)?.[1]?.replace(/[.:]$/, '')
  if (place !== undefined && isIp(place)) fields['source.ip'] ??= place
  const [, server, port] = SERVER.exec(text) ?? []
  if (server !== undefined) fields[isIp(server) ? 'destination.ip' : 'destination.domain'] ??= server
  if (port !== undefined) fields['destination.port'] ??= Number(port)
  setMatch(fields, 'observer.ingress.interface.name', INTERFACE, text)
  setMatch(fields, 'file.name', PACKAGE, text)
  const protocol = PROTOCOL.exec(text)?.[1]
  if (protocol !== undefined) fields['network.protocol'] ??= protocol.toLowerCase()
  const name = String(code ?? '')
  if (name.endsWith('-fail') || name.endsWith('-failed')) fields['event.outcome'] ??= 'failure'
  else if (name.endsWith('-success') || name.endsWith('-succ')) fields['event.outcome'] ??= 'success'
  const reason = fields['event.outcome'] === 'failure' ? REASON.exec(text)?.[1] : undefined
  if (reason !== undefined) fields['event.reason'] = reason.trim()
}
