import { addressOf } from './address-of.ts'
import { NUMERIC } from './numbers.ts'

/** What the bound of a range compares: only values of its kind fit, and any value is a text. */
export function boundKind(value: string): 'number' | 'address' | 'text' {
  if (NUMERIC.test(value)) return 'number'
  return addressOf(value) === undefined ? 'text' : 'address'
}
