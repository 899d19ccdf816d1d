import type { Fields } from '../../event/event.ts'

/** Names are written with the dot of the root, which ECS leaves out. */
export function questionName(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name
}

/** `dns.question.*` of one query; `type` and `class` where a log has them. */
export function setQuestion(
  fields: Fields,
  name: string,
  type?: string | undefined,
  queryClass?: string,
): void {
  fields['network.protocol'] = 'dns'
  if (name !== '') fields['dns.question.name'] = questionName(name)
  if (type) fields['dns.question.type'] = type
  if (queryClass) fields['dns.question.class'] = queryClass
}
