import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'

export function setHost(fields: Fields, host: string): void {
  fields['host.name'] = host
  fields['host.hostname'] = host
  fields['log.syslog.hostname'] = host
  if (isIp(host)) fields['host.ip'] = [host]
}

export function setProgram(fields: Fields, name: string): void {
  fields['process.name'] = name
  fields['log.syslog.appname'] = name
}

/** PROCID as it is, and as a process id where it is a number. */
export function setProcessId(fields: Fields, id: string): void {
  if (id === '') return
  fields['log.syslog.procid'] = id
  const pid = id.length <= 10 && /^\d+$/.test(id) ? Number(id) : undefined
  if (pid !== undefined) fields['process.pid'] = pid
}
