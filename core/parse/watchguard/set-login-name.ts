import type { Fields, Scalar } from '../../event/event.ts'

/** `name`, `name@domain`, `domain\name`. */
export function setLoginName(fields: Fields, value: Scalar): void {
  const whole = String(value)
  const slash = whole.indexOf('\\')
  const at = slash < 0 ? whole.lastIndexOf('@') : -1
  const name = slash >= 0 ? whole.slice(slash + 1) : at > 0 ? whole.slice(0, at) : whole
  const domain = slash > 0 ? whole.slice(0, slash) : at > 0 ? whole.slice(at + 1) : ''
  if (name === '') return
  fields['user.name'] ??= name
  if (domain !== '') fields['user.domain'] ??= domain
}
