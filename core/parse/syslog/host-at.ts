import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'
import { namedPriority, setPriority } from './priority.ts'
import { hasTag } from './read-tag.ts'
import { setHost } from './set-origin.ts'

const MAX_HOST = 255
const MAX_IRULE_HOST = 80
const COLON = 0x3a

/** Host names have no `=`, quote or bracket: such a word is already the message. */
const HOST = /^\w[\w.:%/@-]*$/
/** Behind relays of syslog-ng, `s_net@web01/relay1`: a source, who wrote the line, who passed it on. */
const CHAIN = /^(?:[\w.-]+@)?([\w.:-]+)(?:\/[\w.:-]+)*$/
/** UniFi's model, MAC address and version: `U7PG2,788a20000001,v4.3.20.11298`, sometimes in brackets and quotes. */
const UNIFI = /^(?:\(")?([\w-]{1,32}),([0-9a-f]{12}),v[\w.]{1,32}(?:"\))?$/i
/** Templates put a level, with or without a facility, before the tag. */
const LEVELS: ReadonlySet<string> = new Set([
  ...['emerg', 'alert', 'crit', 'err', 'error', 'warning', 'warn', 'notice', 'info', 'debug'],
])
const MAX_LEVEL = 20

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space > at && space - at <= MAX_HOST + 1 ? space : at
}

/** A host with a colon behind it looks like a tag; what follows tells. */
function isHostAlone(text: string, end: number): boolean {
  let next = end + 1
  while (text.charCodeAt(next) === 0x20) next++
  return text.charCodeAt(next) === 0x25 || text.startsWith('CEF:', next) || text.startsWith('LEEF:', next)
}

function readUnifi(fields: Fields, word: string): boolean {
  const [, model = '', mac = ''] = UNIFI.exec(word) ?? []
  if (model === '') return false
  setHost(fields, model)
  fields['observer.vendor'] = 'Ubiquiti'
  fields['observer.product'] = 'UniFi'
  fields['host.mac'] = [mac.toUpperCase().match(/../g)?.join('-') ?? mac]
  return true
}

/** @returns the end of a level's word (`notice`, `local0.info`) that stands before a tag at `at`, `at` for none */
export function levelAt(fields: Fields, text: string, at: number): number {
  const end = wordEnd(text, at)
  if (end === at || end - at > MAX_LEVEL) return at
  const word = text.slice(at, end)
  const level = word.slice(word.indexOf('.') + 1).toLowerCase()
  if (!LEVELS.has(level)) return at
  let next = end
  while (text.charCodeAt(next) === 0x20) next++
  if (!hasTag(text, next)) return at
  fields['log.level'] = level
  // OpenWrt's and BusyBox' `daemon.info`.
  const priority = word === level ? undefined : namedPriority(word)
  if (priority !== undefined && fields['log.syslog.priority'] === undefined) setPriority(fields, priority)
  return end
}

/**
 * `user.info ` of Cisco's Meeting Server, before the host.
 * @returns where the host begins, `at` where no such word stands
 */
export function namedPriorityAt(fields: Fields, text: string, at: number): number {
  const end = wordEnd(text, at)
  const priority = end === at || end - at > MAX_LEVEL ? undefined : namedPriority(text.slice(at, end))
  if (priority === undefined || hasTag(text, end + 1)) return at
  if (fields['log.syslog.priority'] === undefined) setPriority(fields, priority)
  return end + 1
}

/**
 * `gm01 10.0.0.2 httpd: `: behind the host its address, as members of a grid send it.
 * @returns the address' end, `at` where none stands before a tag
 */
export function addressAt(fields: Fields, text: string, at: number): number {
  const first = text.charCodeAt(at) - 0x30
  if (!(first >= 0 && first <= 9)) return at
  const end = wordEnd(text, at)
  const word = text.slice(at, end)
  if (!isIp(word) || !hasTag(text, end + 1)) return at
  fields['host.ip'] = [word]
  return end + 1
}

/** F5's logging iRules: `lb1,f5_irule=web-log,src_ip=10.0.0.7`. */
function iruleHostAt(fields: Fields, text: string, at: number): number {
  const comma = text.slice(at, at + MAX_IRULE_HOST).indexOf(',f5_irule=')
  const host = comma > 0 ? text.slice(at, at + comma) : ''
  if (!HOST.test(host)) return at
  setHost(fields, host)
  return at + comma + 1
}

/**
 * The host behind a time, unless what stands there is a tag or a message.
 * @returns where it ends, `at` where none stands
 */
export function hostAt(fields: Fields, text: string, at: number): number {
  const space = wordEnd(text, at)
  if (space === at) return iruleHostAt(fields, text, at)
  const colon = text.charCodeAt(space - 1) === COLON
  const end = colon ? space - 1 : space
  const word = text.slice(at, end)
  if (word.includes(',')) return readUnifi(fields, word) ? space : iruleHostAt(fields, text, at)
  if (!HOST.test(word)) return at
  if (colon ? !isHostAlone(text, end) : hasTag(text, at)) return at
  if (levelAt(fields, text, at) > at) return at
  setHost(fields, /[@/]/.test(word) ? (CHAIN.exec(word)?.[1] ?? word) : word)
  fields['log.syslog.hostname'] = word
  return end
}
