import { parseIp } from '../../detect/values/parse-ip.ts'
import { printIp } from '../print-ip.ts'
import type { EntityKind } from './entity.ts'

const LONGEST = 512

/** An entity's value as the store spells it, from however somebody typed it. */
export function normaliseValue(kind: EntityKind, typed: string): string {
  const value = [...typed.trim()].slice(0, LONGEST).join('')
  switch (kind) {
    case 'address': {
      const groups = parseIp(value)
      return groups === undefined ? value.toLowerCase() : printIp(groups)
    }
    case 'url':
      return value.replace(/[?#].*$/su, '')
    case 'rule':
      return value
    default:
      return value.toLowerCase()
  }
}
