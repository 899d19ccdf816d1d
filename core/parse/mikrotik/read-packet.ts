import type { Fields } from '../../event/event.ts'
import { networkType } from '../network/network-type.ts'
import { setMac } from '../network/set-mac.ts'
import { setTransport } from '../network/set-transport.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'

/** `10.0.0.7:443`, `[2001:db8::7]:443`, `10.0.0.7`. */
function setEnd(fields: Fields, side: 'source' | 'destination', text: string): void {
  const colon = isIp(text) ? -1 : text.lastIndexOf(':')
  const address = (colon < 0 ? text : text.slice(0, colon)).replace(/^\[|\]$/g, '')
  if (!isIp(address)) return
  setPeer(fields, side, address, colon < 0 ? undefined : wholeNumber(text.slice(colon + 1)))
  fields['network.type'] = networkType(address)
}

/** The value behind `name`, up to a comma or blank. */
function textAfter(text: string, name: string): string {
  const at = text.indexOf(name)
  return at < 0 ? '' : (text.slice(at + name.length).split(/[ ,]/, 1)[0] ?? '')
}

/**
 * A packet of RouterOS' firewall, behind `forward: `: `in:ether1 out:bridge, connection-state:new src-mac
 * 00:00:5e:00:53:07, proto TCP (SYN), 203.0.113.9:40022->10.0.0.7:22, len 60`.
 * @returns whether it is one
 */
export function readPacket(fields: Fields, text: string): boolean {
  const protocol = text.indexOf('proto ')
  const arrow = text.indexOf('->', protocol)
  if (!text.startsWith('in:') || protocol < 0 || arrow < 0) return false
  const into = textAfter(text, 'in:')
  const out = textAfter(text, ' out:')
  if (into !== '' && !into.startsWith('(')) fields['observer.ingress.interface.name'] = into
  if (out !== '' && !out.startsWith('(')) fields['observer.egress.interface.name'] = out
  setMac(fields, 'source.mac', textAfter(text, 'src-mac '))
  setTransport(fields, textAfter(text, 'proto '))
  setEnd(fields, 'source', text.slice(text.lastIndexOf(' ', arrow) + 1, arrow))
  setEnd(fields, 'destination', text.slice(arrow + 2).split(/[ ,]/, 1)[0] ?? '')
  const state = textAfter(text, 'connection-state:')
  if (state !== '') fields['mikrotik.connection_state'] = state
  const bytes = wholeNumber(textAfter(text, ', len '))
  if (bytes !== undefined) fields['network.bytes'] = bytes
  return true
}
