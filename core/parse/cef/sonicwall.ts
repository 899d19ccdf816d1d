import type { Fields } from '../../event/event.ts'
import { account, type FieldSetter, number, text } from '../fields/field-setters.ts'
import { isIp } from '../text/is-ip.ts'

const address =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (isIp(String(value))) fields[field] ??= value
  }

/** Keys that SonicWall made up, and labels that hold no label but a translated address. */
const KEYS: readonly (readonly [key: string, set: FieldSetter])[] = [
  ['snpt', number('source.nat.port')],
  ['dnpt', number('destination.nat.port')],
  ['cs1Label', address('source.nat.ip')],
  ['cs2Label', address('destination.nat.ip')],
  ['susr', account('user')],
  ['cs1', text('rule.name')],
]

/** SonicWall over CEF: every event is about connections. */
export function setSonicwallFields(fields: Fields, extensions: ReadonlyMap<string, string>): void {
  for (const [key, set] of KEYS) {
    const value = extensions.get(key)
    if (value !== undefined) set(fields, value.replace(/^"(.*)"$/, '$1'))
  }
  fields['observer.type'] ??= 'firewall'
  fields['event.category'] ??= ['network']
}
