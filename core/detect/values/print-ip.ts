import type { IpGroups } from './parse-ip.ts'

/** An address as it is read from the store: as ClickHouse prints it, mapped IPv4 in its plain form. */
export function printIp(groups: IpGroups): string {
  const zeros = longestZeros(groups)
  if (zeros.start === 0 && zeros.length === 6) return `::${printV4(groups)}`
  if (zeros.start === 0 && zeros.length === 5 && groups[5] === 0xffff) return printV4(groups)
  const words = groups.map((group) => group.toString(16))
  if (zeros.length < 2) return words.join(':')
  return `${words.slice(0, zeros.start).join(':')}::${words.slice(zeros.start + zeros.length).join(':')}`
}

function longestZeros(groups: IpGroups): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    let length = 0
    while (groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  return best
}

function printV4(groups: IpGroups): string {
  const [high = 0, low = 0] = groups.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
