import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed } from '../parser.ts'
import { CISCO_LEVELS } from './levels.ts'
import { readAsaMessage } from './read-asa-message.ts'
import type { AsaTag } from './read-asa-tag.ts'
import { readSecurityEvent } from './read-security-event.ts'

/** Security events of FTD: connection, intrusion, file, malware. */
const isSecurityEvent = (id: string): boolean => id >= '430001' && id <= '430005'

/** A message about an end carries how long it lasted, and its time is that of the end. */
function setSpan(fields: Fields, end: bigint | undefined): void {
  const duration = fields['event.duration']
  if (end === undefined || typeof duration !== 'number' || fields['event.start'] !== undefined) return
  const at = Number(end / 1_000_000n)
  fields['event.start'] = new Date(at - duration / 1e6).toISOString()
  fields['event.end'] = new Date(at).toISOString()
}

/**
 * The message of an ASA or of the ASA engine of an FTD.
 * @param product `asa` or `ftd`
 */
export function readAsa({ text, host, time }: Line, tag: AsaTag, product: 'asa' | 'ftd'): Parsed {
  const fields = createFields()
  const message = text.slice(tag.end)
  fields['event.module'] = `cisco_${product}`
  fields['event.dataset'] = `cisco_${product}.log`
  fields['event.code'] = tag.id
  fields['event.severity'] = tag.level
  const level = CISCO_LEVELS[tag.level]
  if (level !== undefined) fields['log.level'] = level
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = product
  if (host !== undefined) fields['observer.hostname'] = host
  fields['observer.type'] = product === 'asa' ? 'firewall' : 'idps'
  if (isSecurityEvent(tag.id)) readSecurityEvent(fields, message)
  else readAsaMessage({ fields, base: product === 'asa' ? 'connection' : 'info' }, tag.id, message)
  fields.message ??= message
  setSpan(fields, time)
  return { time: undefined, fields }
}
