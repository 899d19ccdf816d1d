import type { FieldMap } from '../fields/field-setters.ts'
import { otherFields } from './other-fields.ts'
import { otherSecurityFields, securityFields } from './security-fields.ts'
import { sysmonFields } from './sysmon-fields.ts'

const compile = (maps: Readonly<Record<string, FieldMap>>): Map<string, FieldMap> =>
  new Map(
    // A name of the log must not reach Object.prototype.
    Object.entries(maps).map(([id, map]) => [id, Object.assign(Object.create(null), map)]),
  )

const security = compile(securityFields)
const fallback: FieldMap = Object.assign(Object.create(null), otherSecurityFields)
const providers = new Map(Object.entries(otherFields).map(([provider, maps]) => [provider, compile(maps)]))
for (const sysmon of ['Microsoft-Windows-Sysmon', 'Linux-Sysmon'])
  providers.set(sysmon, compile(sysmonFields))

/** How the data of an event becomes ECS; undefined where it only stays `winlog.event_data`. */
export function eventFields(provider: string, code: string): FieldMap | undefined {
  if (provider === 'Microsoft-Windows-Security-Auditing') return security.get(code) ?? fallback
  return providers.get(provider)?.get(code)
}
