import type { Fields } from '../../event/event.ts'

/** `LOCAL\anna`, `EXAMPLE\anna`, `anna@example.org`, `<anna>` as name, domain and email of `source.user` and its like. */
export function setAccount(fields: Fields, prefix: string, word: string): void {
  let name = word
  if (name.startsWith('<') && name.endsWith('>')) name = name.slice(1, -1)
  else if (name.length > 1 && name.startsWith('"') && name.endsWith('"')) name = name.slice(1, -1)
  else if (name.length > 1 && name.startsWith("'") && name.endsWith("'")) name = name.slice(1, -1)
  if (name === '' || name === 'N/A' || name === 'Unknown') return
  const slash = name.lastIndexOf('\\')
  if (slash >= 0) {
    const path = name.slice(0, slash)
    const domain = path.slice(path.lastIndexOf('\\') + 1)
    if (domain !== '' && domain !== 'LOCAL') fields[`${prefix}.domain`] = domain
    name = name.slice(slash + 1)
  }
  const at = name.indexOf('@')
  if (at > 0) {
    fields[`${prefix}.email`] = name
    name = name.slice(0, at)
  }
  if (name === '') return
  fields[`${prefix}.name`] = name
  // The actor under the one name that people search.
  fields['user.name'] ??= name
}
