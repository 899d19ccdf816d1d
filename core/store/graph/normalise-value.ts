import { parseIp } from '../../detect/values/parse-ip.ts'
import { printIp } from '../../detect/values/print-ip.ts'
import type { EntityKind } from './entity.ts'

/** Characters that are kept of names whose length a sender chooses. */
const LONGEST = 512

/** An entity's value as the store spells it, from however somebody typed it. */
export function normaliseValue(kind: EntityKind, typed: string): string {
  const value = typed.trim()
  switch (kind) {
    case 'address': {
      const groups = parseIp(value)
      return groups === undefined ? value.toLowerCase() : printIp(groups)
    }
    case 'url':
      return shorten(value.replace(/[?#].*$/su, ''))
    case 'rule':
      return value
    case 'host':
    case 'user':
      return value.toLowerCase()
    default:
      return shorten(value).toLowerCase()
  }
}

function shorten(value: string): string {
  return value.length <= LONGEST ? value : [...value].slice(0, LONGEST).join('')
}
