import { type IpGroups, parseIp } from '../detect/values/parse-ip.ts'

/** An address as the store compares it; of zones it knows nothing. */
export function addressOf(text: string): IpGroups | undefined {
  return text.includes('%') ? undefined : parseIp(text)
}
