import type { Fields, FieldValue } from '../../event/event.ts'
import { filePath } from '../fields/field-setters.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { setBareUrl } from '../web/set-bare-url.ts'
import { setSystemEvent } from './set-system-event.ts'

const setFile = filePath('file')

/** Zones as everybody names them; which way a session goes when the log does not say. */
const INSIDE = new Set(['trust', 'inside', 'lan', 'internal'])
const OUTSIDE = new Set(['untrust', 'outside', 'wan', 'internet', 'external'])

function directionOf(from: FieldValue | undefined, to: FieldValue | undefined): string {
  const source = String(from ?? '').toLowerCase()
  const destination = String(to ?? '').toLowerCase()
  if (INSIDE.has(source))
    return INSIDE.has(destination) ? 'internal' : OUTSIDE.has(destination) ? 'outbound' : 'unknown'
  if (OUTSIDE.has(source))
    return INSIDE.has(destination) ? 'inbound' : OUTSIDE.has(destination) ? 'external' : 'unknown'
  return 'unknown'
}

/** `0.0.0.0` and port 0 say that nothing was translated. */
function dropUnusedNat(fields: Fields, side: 'source' | 'destination'): void {
  if (fields[`${side}.nat.ip`] !== '0.0.0.0' || fields[`${side}.nat.port`] !== 0) return
  delete fields[`${side}.nat.ip`]
  delete fields[`${side}.nat.port`]
}

/** The URL or file of a threat, by what kind of threat it is. */
function setMisc(fields: Fields, subtype: string, misc: string): void {
  if (subtype === 'url') {
    setBareUrl(fields, misc)
    const { 'url.domain': domain } = fields
    if (domain !== undefined) fields['destination.domain'] = domain
  } else if (subtype === 'spyware' || subtype === 'dns') fields['dns.question.name'] = misc
  else if (subtype !== 'file' && misc.includes('/')) setMisc(fields, 'url', misc)
  else setFile(fields, misc)
}

/** What the columns of a session mean together. */
export function finishSession(fields: Fields): void {
  const { 'panw.panos.misc': misc, 'panw.panos.sub_type': subtype, 'panw.panos.ruleset': ruleset } = fields
  if (ruleset !== undefined) fields['rule.name'] ??= ruleset
  if (fields['panw.panos.type'] === 'SYSTEM') setSystemEvent(fields)
  const { 'observer.hostname': device, 'panw.panos.description': description } = fields
  if (description !== undefined) fields['event.reason'] ??= description
  if (device !== undefined) fields['observer.name'] = device
  dropUnusedNat(fields, 'source')
  dropUnusedNat(fields, 'destination')
  if (typeof misc === 'string') setMisc(fields, String(subtype), misc)
  fillAddresses(fields)
  const { 'observer.ingress.zone': from, 'observer.egress.zone': to } = fields
  if (from !== undefined) fields['network.direction'] ??= directionOf(from, to)
  copyToClientServer(fields)
}
