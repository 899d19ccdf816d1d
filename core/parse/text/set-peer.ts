import type { Fields } from '../../event/event.ts'
import { isIp } from './is-ip.ts'

/** The other end of a connection: `address` as it was, `ip` or `domain` by what it is. */
export function setPeer(
  fields: Fields,
  side: 'source' | 'destination',
  address: string,
  port?: number | undefined,
): void {
  if (address === '' || address === '-') return
  fields[`${side}.address`] = address
  fields[isIp(address) ? `${side}.ip` : `${side}.domain`] = address
  if (port !== undefined && port <= 65535) fields[`${side}.port`] = port
}
