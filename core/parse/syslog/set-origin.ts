import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'

export function setHost(fields: Fields, host: string): void {
  fields['host.name'] = host
  fields['host.hostname'] = host
  if (isIp(host)) fields['host.ip'] = [host]
}

/** A process id where it is a number; other PROCIDs keep their own field. */
export function setProcessId(fields: Fields, id: string): void {
  const pid = id.length <= 10 && /^\d+$/.test(id) ? Number(id) : undefined
  if (pid === undefined) fields['log.syslog.procid'] = id
  else fields['process.pid'] = pid
}
