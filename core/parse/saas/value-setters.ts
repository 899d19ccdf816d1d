import { printTime } from '../../event/print-time.ts'
import type { FieldSetter } from '../fields/field-setters.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { setUrl } from '../web/set-url.ts'

/** One value under several names. */
export const all =
  (...setters: readonly FieldSetter[]): FieldSetter =>
  (fields, value) => {
    for (const set of setters) set(fields, value)
  }

/** The far end of a connection, with its port where one is written behind it: `10.0.0.7:443`, `[2001:db8::7]:443`. */
export const peer =
  (side: 'source' | 'destination'): FieldSetter =>
  (fields, value) => {
    if (fields[`${side}.address`] !== undefined) return
    const whole = String(value).trim()
    const at = whole.lastIndexOf(':')
    const port = Number(whole.slice(at + 1))
    const host = whole.startsWith('[') ? whole.slice(1, whole.indexOf(']')) : whole.slice(0, at)
    if (at > 0 && port > 0 && port <= 65_535 && isIp(host) && !isIp(whole)) {
      setPeer(fields, side, host, port)
      fields[`${side}.address`] = whole
    } else setPeer(fields, side, whole)
  }

/** An address in a field that must hold nothing else. */
export const onlyIp =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (isIp(String(value))) fields[field] ??= String(value)
  }

/** A field that ECS has as a list, from one value. */
export const only =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (value !== '') fields[field] ??= [String(value)]
  }

/** A time in any form, as ISO 8601. */
export const instant =
  (field: string): FieldSetter =>
  (fields, value) => {
    const time = parseAnyTime(value, 0)
    if (time !== undefined && time > 0n) fields[field] ??= printTime(time)
  }

/** `url.*` of a whole URL or of a path. */
export const url: FieldSetter = (fields, value) => {
  if (value !== '' && fields['url.original'] === undefined) setUrl(fields, String(value))
}

/** `AA-BB-CC-DD-EE-FF`, as ECS writes it. */
export const mac =
  (field: string): FieldSetter =>
  (fields, value) => {
    const digits = String(value).replaceAll(/[:.-]/g, '').toUpperCase()
    if (/^[0-9A-F]{12}$/.test(digits)) fields[field] ??= digits.match(/../g)?.join('-') ?? digits
  }

const PROTOCOLS: Readonly<Record<string, string>> = {
  1: 'icmp',
  6: 'tcp',
  17: 'udp',
  47: 'gre',
  50: 'esp',
  58: 'ipv6-icmp',
  132: 'sctp',
}

/** An IANA protocol number, and the name of the usual ones. */
export const protocol: FieldSetter = (fields, value) => {
  fields['network.iana_number'] ??= String(value)
  const name = PROTOCOLS[String(value)]
  if (name !== undefined) fields['network.transport'] ??= name
}

/** `TLSv1.2`, `TLS 1.3` */
export const tlsVersion: FieldSetter = (fields, value) => {
  const match = /^(TLS|SSL)[ v]{0,2}(\d(?:\.\d)?)$/i.exec(String(value).slice(0, 20))
  if (!match?.[1] || !match[2]) return
  fields['tls.version'] ??= match[2]
  fields['tls.version_protocol'] ??= match[1].toLowerCase()
}
