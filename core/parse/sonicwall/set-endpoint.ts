import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'

const INTERFACE = { source: 'observer.ingress.interface.name', destination: 'observer.egress.interface.name' }
const MAX_PARTS = 12

interface Endpoint {
  ip: string | undefined
  port: number | undefined
  /** What stands behind the port. */
  rest: readonly string[]
}

/** The address is one part of IPv4, up to eight of IPv6, or `[..]`; before an IPv6 address elsewhere it is empty. */
function readEndpoint(value: string): Endpoint {
  const close = value.startsWith('[') ? value.indexOf(']') : -1
  const parts = (close > 0 ? value.slice(close + 1) : value).split(':', MAX_PARTS)
  let ip = close > 0 && isIp(value.slice(1, close)) ? value.slice(1, close) : undefined
  let count = 1
  for (let tried = parts.length; ip === undefined && tried > 0; tried--) {
    const candidate = parts.slice(0, tried).join(':')
    if (isIp(candidate)) [ip, count] = [candidate, tried]
  }
  const port = wholeNumber(parts[count] ?? '')
  const known = ip !== undefined || parts[0] === ''
  return {
    ip,
    port: known && port !== undefined && port <= 65_535 ? port : undefined,
    rest: known ? parts.slice(count + 1) : [],
  }
}

/** `10.0.0.7:51000:X0[:name]`, port and interface may be empty. */
export function setEndpoint(fields: Fields, side: 'source' | 'destination', value: string): void {
  const { ip, port, rest } = readEndpoint(value)
  const [device = '', name = ''] = rest
  if (ip !== undefined) fields[`${side}.ip`] = ip
  if (port !== undefined) fields[`${side}.port`] = port
  if (device !== '') fields[INTERFACE[side]] = device
  if (name !== '' && !isIp(name)) fields[`${side}.domain`] = name
}

/** `198.51.100.1:40100` */
export function setNatEndpoint(fields: Fields, side: 'source' | 'destination', value: string): void {
  const { ip, port } = readEndpoint(value)
  if (ip !== undefined) fields[`${side}.nat.ip`] = ip
  if (port !== undefined) fields[`${side}.nat.port`] = port
}
