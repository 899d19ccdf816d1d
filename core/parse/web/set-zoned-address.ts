import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'

/** An end of a connection as Windows writes it: IPv6 addresses carry their zone (`fe80::7%3`). */
export function setZonedAddress(
  fields: Fields,
  side: 'source' | 'destination',
  address: string | undefined,
): void {
  if (address === undefined || address === '' || address === '-') return
  fields[`${side}.address`] = address
  const percent = address.indexOf('%')
  const bare = percent > 0 ? address.slice(0, percent) : address
  if (isIp(bare)) fields[`${side}.ip`] = bare
  else fields[`${side}.domain`] = address
}
