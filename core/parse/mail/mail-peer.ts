import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'

export interface MailPeer {
  /** Undefined where the resolver knew none (`unknown`). */
  name: string | undefined
  ip: string
  port: number | undefined
  /** Where the text goes on. */
  end: number
}

const NAME = /([\w.-]{0,255}) ?\[(?:IPv6:)?([\da-fA-F.:]{2,45})(?:\/\d{1,3})?\](?::(\d{1,5}))?/

/** `gw.example.org[203.0.113.9]:25`, as mail servers write the other end; the first one after `from`. */
export function mailPeerAt(text: string, from = 0): MailPeer | undefined {
  const head = text.slice(from, from + 600)
  const found = NAME.exec(head)
  if (!found?.[2] || !isIp(found[2])) return undefined
  const name = found[1] ?? ''
  return {
    name: name === '' || name === 'unknown' ? undefined : name,
    ip: found[2],
    port: wholeNumber(found[3] ?? ''),
    end: from + found.index + found[0].length,
  }
}

/** A client is known by its name, where it has one, a relay by its address. */
export function setMailPeer(fields: Fields, side: 'source' | 'destination', peer: MailPeer): void {
  fields[`${side}.ip`] = peer.ip
  if (peer.name !== undefined) fields[`${side}.domain`] = peer.name
  fields[`${side}.address`] = side === 'source' ? (peer.name ?? peer.ip) : peer.ip
  if (peer.port !== undefined && peer.port <= 65_535) fields[`${side}.port`] = peer.port
}
