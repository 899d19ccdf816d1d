import type { Fields } from '../../event/event.ts'
import { isIp } from './is-ip.ts'

/** An end of a connection, where address, name and port come one by one: `address` is the first that was known. */
export function setHostPeer(fields: Fields, side: string, value: string): void {
  if (value === '' || value === '-') return
  fields[isIp(value) ? `${side}.ip` : `${side}.domain`] ??= value
  fields[`${side}.address`] ??= value
}
