import type { Fields } from '../../event/event.ts'
import { isIp } from './is-ip.ts'

/** A name that is put together for each line costs more than its value. */
const NAMES = {
  source: { address: 'source.address', ip: 'source.ip', domain: 'source.domain', port: 'source.port' },
  destination: {
    address: 'destination.address',
    ip: 'destination.ip',
    domain: 'destination.domain',
    port: 'destination.port',
  },
} as const

/** The other end of a connection: `address` as it was, `ip` or `domain` by what it is. */
export function setPeer(
  fields: Fields,
  side: 'source' | 'destination',
  address: string,
  port?: number | undefined,
): void {
  if (address === '' || address === '-') return
  const names = NAMES[side]
  fields[names.address] = address
  fields[isIp(address) ? names.ip : names.domain] = address
  if (port !== undefined && port <= 65535) fields[names.port] = port
}
