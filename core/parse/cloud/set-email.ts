import type { Fields } from '../../event/event.ts'

/** `anna@example.org` as `X.email`, `X.name`, `X.domain`; a name without a domain as `X.name`. */
export function setEmail(fields: Fields, prefix: string, email: string): void {
  const at = email.lastIndexOf('@')
  if (at < 1 || at === email.length - 1) {
    fields[`${prefix}.name`] ??= email
    return
  }
  fields[`${prefix}.email`] ??= email
  fields[`${prefix}.name`] ??= email.slice(0, at)
  fields[`${prefix}.domain`] ??= email.slice(at + 1)
}
