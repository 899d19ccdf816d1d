import type { Fields, FieldValue } from '../../event/event.ts'
import { baseName } from '../text/base-name.ts'

const SIDES = ['source', 'destination', 'client', 'server'].map((side) => ({
  address: `${side}.address`,
  ip: `${side}.ip`,
  domain: `${side}.domain`,
}))

/** Of a list the first: an end has one address. */
const firstOf = (value: FieldValue | undefined): FieldValue | undefined =>
  Array.isArray(value) ? value[0] : value

/** What follows from the fields of a document that is ECS already, in the words of older versions too. */
export function fillEcs(fields: Fields): void {
  for (const { address, ip, domain } of SIDES) {
    const known = firstOf(fields[ip] ?? fields[domain])
    if (known !== undefined) fields[address] ??= known
  }
  const { 'process.executable': executable, 'process.ppid': parent, 'process.args': args } = fields
  if (typeof executable === 'string') fields['process.name'] ??= baseName(executable)
  if (typeof parent === 'number') fields['process.parent.pid'] ??= parent
  if (Array.isArray(args) && args.length > 0) fields['process.command_line'] ??= args.join(' ')
}
