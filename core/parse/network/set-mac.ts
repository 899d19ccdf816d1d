import type { Fields } from '../../event/event.ts'

/** `0011.2233.4455`, `00:11:22:33:44:55`, `00-11-22-33-44-55`, `001122334455` in ECS's way: `00-11-22-33-44-55`. */
export function setMac(fields: Fields, field: string, text: string): void {
  if (text.length < 12 || text.length > 17) return
  const digits = text.replace(/[.:-]/g, '').toUpperCase()
  if (/^[\dA-F]{12}$/.test(digits)) fields[field] = digits.replace(/..(?!$)/g, '$&-')
}
