import type { Fields } from '../../event/event.ts'

const NAMES = ['ip', 'port', 'bytes', 'packets', 'nat.ip', 'nat.port', 'user.name']
const COPIES = NAMES.flatMap((name) => [
  [`source.${name}`, `client.${name}`] as const,
  [`destination.${name}`, `server.${name}`] as const,
])

/** For products that name the side that opened the connection first: source is client, destination server. */
export function copyToClientServer(fields: Fields): void {
  for (const [from, to] of COPIES) {
    const value = fields[from]
    if (value !== undefined) fields[to] ??= value
  }
}
