import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { leadingNumber } from '../text/leading-number.ts'
import { setPeer } from '../text/set-peer.ts'
import { setAccount } from './set-account.ts'

type Side = 'source' | 'destination'

const INTERFACE = {
  source: 'observer.ingress.interface.name',
  destination: 'observer.egress.interface.name',
} as const

const MAX_PARENTHESES = 5

/** `(192.0.2.1/80)`: what address translation made of it, told where it differs. */
function setMapped(fields: Fields, side: Side, text: string): boolean {
  const slash = text.lastIndexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const port = slash < 0 ? undefined : wholeNumber(text.slice(slash + 1))
  const known = isIp(address)
  if (!known && port === undefined) return false
  if (known && address !== fields[`${side}.ip`]) fields[`${side}.nat.ip`] = address
  if (port !== undefined && port !== fields[`${side}.port`]) fields[`${side}.nat.port`] = port
  return true
}

/** `(LOCAL\anna, 12)`, `(12:staff)`, `(type 3, code 1)`, `(192.0.2.1/80)`, `(anna)`: what may follow an address. */
function setParenthesis(fields: Fields, side: Side, text: string): void {
  if (text.startsWith('type ')) {
    setIcmp(fields, text)
    return
  }
  if (text.includes('\\')) {
    setAccount(fields, `${side}.user`, text.split(',', 1)[0] ?? '')
    return
  }
  const colon = text.indexOf(':')
  if (colon > 0 && wholeNumber(text.slice(0, colon)) !== undefined && !text.includes('::')) {
    fields[`cisco.asa.${side}_user_security_group_tag`] = Number(text.slice(0, colon))
    fields[`cisco.asa.${side}_user_security_group_tag_name`] = text.slice(colon + 1)
    return
  }
  if (!setMapped(fields, side, text)) fields[`cisco.asa.${side}_name`] = text
}

/** `type 3, code 1` */
function setIcmp(fields: Fields, text: string): void {
  const type = leadingNumber(text.slice(5))
  const code = text.indexOf('code ')
  if (type !== undefined) fields['cisco.asa.icmp_type'] = type
  const number = code < 0 ? undefined : leadingNumber(text.slice(code + 5))
  if (number !== undefined) fields['cisco.asa.icmp_code'] = number
}

function setParentheses(fields: Fields, side: Side, text: string, from: number): void {
  let open = from
  for (let i = 0; i < MAX_PARENTHESES && open >= 0; i++) {
    const close = text.indexOf(')', open)
    if (close < 0) return
    setParenthesis(fields, side, text.slice(open + 1, close).trim())
    open = text.indexOf('(', close)
  }
}

/** `10.0.0.7/443`, `10.0.0.7/https`, `10.0.0.7`. */
function setAddress(fields: Fields, side: Side, text: string): void {
  const slash = text.lastIndexOf('/')
  if (slash < 0) {
    setPeer(fields, side, text)
    return
  }
  const port = text.slice(slash + 1)
  const number = wholeNumber(port)
  setPeer(fields, side, text.slice(0, slash), number)
  if (number === undefined && port !== '' && port.length < 20) fields['network.protocol'] = port
}

/**
 * One end of a connection as ASA writes it: `inside:10.0.0.7/443 (192.0.2.1/443)(LOCAL\anna)`. Interface, port, mapped
 * address and user may be missing; the address may be a name.
 */
export function setEndpoint(fields: Fields, side: Side, text: string): void {
  const open = text.indexOf('(', 1)
  let head = (open < 0 ? text : text.slice(0, open)).trim()
  if (head.startsWith('(') && head.endsWith(')')) head = head.slice(1, -1)
  if (head.startsWith('<') && head.endsWith('>')) head = head.slice(1, -1)
  // Interfaces may have blanks, `NP Identity Ifc:10.0.0.7/68`; what follows an address is something else.
  const space = head.indexOf(' ', Math.max(0, head.indexOf(':')))
  if (space > 0) head = head.slice(0, space)
  if (head.endsWith('.') || head.endsWith(',')) head = head.slice(0, -1)
  const slash = head.lastIndexOf('/')
  if (!isIp(slash < 0 ? head : head.slice(0, slash))) {
    const colon = head.indexOf(':')
    if (colon > 0) {
      fields[INTERFACE[side]] = head.slice(0, colon)
      head = head.slice(colon + 1)
    }
  }
  setAddress(fields, side, head)
  if (open >= 0) setParentheses(fields, side, text, open)
}

/** The same as access lists write it: `inside/10.0.0.7(443)(LOCAL\anna)`. */
export function setAclEndpoint(fields: Fields, side: Side, text: string): void {
  const slash = text.indexOf('/')
  const open = text.indexOf('(', slash)
  if (slash < 0 || open < 0) {
    setEndpoint(fields, side, text)
    return
  }
  const close = text.indexOf(')', open)
  fields[INTERFACE[side]] = text.slice(0, slash)
  setPeer(fields, side, text.slice(slash + 1, open).trim(), wholeNumber(text.slice(open + 1, close)))
  const next = text.indexOf('(', close)
  if (close > 0 && next > 0) setParentheses(fields, side, text, next)
}
