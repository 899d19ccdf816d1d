import type { FieldSetter } from '../fields/field-setters.ts'

const OCTETS = /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i

/** ECS writes `00-00-5E-00-53-01`. */
export const macAddress =
  (field: string): FieldSetter =>
  (fields, value) => {
    const text = String(value)
    if (OCTETS.test(text)) fields[field] ??= text.toUpperCase().replaceAll(':', '-')
  }
