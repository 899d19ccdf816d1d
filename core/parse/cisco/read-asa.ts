import { createFields } from '../create-fields.ts'
import type { Parsed } from '../parser.ts'
import { CISCO_LEVELS } from './levels.ts'
import { readAsaMessage } from './read-asa-message.ts'
import type { AsaTag } from './read-asa-tag.ts'
import { readSecurityEvent } from './read-security-event.ts'

/** Security events of FTD: connection, intrusion, file, malware. */
const isSecurityEvent = (id: string): boolean => id >= '430001' && id <= '430005'

/**
 * The message of an ASA or of the ASA engine of an FTD.
 * @param product `asa` or `ftd`
 */
export function readAsa(text: string, tag: AsaTag, product: 'asa' | 'ftd'): Parsed {
  const fields = createFields()
  const message = text.slice(tag.end)
  fields.message = message
  fields['event.module'] = `cisco_${product}`
  fields['event.dataset'] = `cisco_${product}.log`
  fields['event.code'] = tag.id
  fields['event.severity'] = tag.level
  const level = CISCO_LEVELS[tag.level]
  if (level !== undefined) fields['log.level'] = level
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = product
  fields['observer.type'] = product === 'asa' ? 'firewall' : 'idps'
  if (isSecurityEvent(tag.id)) readSecurityEvent(fields, message)
  else readAsaMessage({ fields, base: product === 'asa' ? 'connection' : 'info' }, tag.id, message)
  return { time: undefined, fields }
}
