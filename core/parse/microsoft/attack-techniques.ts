import type { Fields } from '../../event/event.ts'
import { printScalar } from '../json/print-scalar.ts'

const ID = /\bT\d{4}(?:\.\d{3})?\b/g
const MAX_TECHNIQUES = 64

/** `["Phishing (T1566)"]`, `T1059.001`: the ids of MITRE ATT&CK, sub-techniques apart. */
export function setAttackTechniques(fields: Fields, value: unknown): void {
  const text = (Array.isArray(value) ? value.slice(0, MAX_TECHNIQUES) : [value])
    .map(printScalar)
    .join()
    .slice(0, 4_000)
  const ids = [...new Set(text.match(ID))]
  const whole = ids.filter((id) => !id.includes('.'))
  const parts = ids.filter((id) => id.includes('.'))
  if (parts.length > 0) fields['threat.technique.subtechnique.id'] = parts
  const techniques = [...new Set([...whole, ...parts.map((id) => id.slice(0, 5))])]
  if (techniques.length > 0) {
    fields['threat.technique.id'] = techniques
    fields['threat.framework'] = 'MITRE ATT&CK'
  }
}
