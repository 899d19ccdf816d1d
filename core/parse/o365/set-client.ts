import type { Fields } from '../../event/event.ts'
import { setEnd } from '../cloud/set-end.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

interface NamedAddress {
  name: string | undefined
  address: string
}

/** `MAIL01 (192.0.2.7)`, in brackets perhaps, or the address alone. */
function split(text: string): NamedAddress {
  const bare = text.trim()
  const inner = bare.startsWith('[') && bare.endsWith(')]') ? bare.slice(1, -1) : bare
  const open = inner.indexOf(' (')
  if (open < 1 || !inner.endsWith(')')) return { name: undefined, address: inner }
  return { name: inner.slice(0, open), address: inner.slice(open + 2, -1) }
}

const MAX_TEXT = 300

/** Who asked (`client`, `source`) and which server of Microsoft answered (`server`, `destination`). */
export function setClient(fields: Fields, record: JsonObject): void {
  const client = [record.ClientIPAddress, record.ClientIP, record.ActorIpAddress]
    .map(textOf)
    .find((text) => text !== undefined && text !== '<null>' && text.length < MAX_TEXT)
  if (client !== undefined) {
    const { name, address } = split(client)
    setEnd(fields, 'client', address)
    if (name !== undefined) fields['client.domain'] = name
    setEnd(fields, 'source', fields['client.ip'], fields['client.port'])
  }
  const server = textOf(record.OriginatingServer)
  if (server === undefined || server.length > MAX_TEXT) return
  const { name, address } = split(server)
  if (name === undefined) return
  fields['server.domain'] = name
  // In the brackets stands an address or the server's version.
  fields['server.address'] = isIp(address) ? address : server.trim()
  if (!isIp(address)) return
  fields['server.ip'] = address
  fields['destination.ip'] = address
}
