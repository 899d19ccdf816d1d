/** An address as 8 groups of 16 bits; IPv4 as its mapped form `::ffff:a.b.c.d`. */
export type IpGroups = readonly number[]

/** @returns undefined for anything that is not an IPv4 or IPv6 address (RFC 4291 text; a zone, printable ASCII, is ignored) */
export function parseIp(text: string): IpGroups | undefined {
  if (text.length > 64) return undefined
  return text.includes(':') ? parseV6(text) : parseV4(text)
}

function parseV4(text: string): IpGroups | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (!match) return undefined
  const [a = 256, b = 256, c = 256, d = 256] = match.slice(1).map(Number)
  if (a > 255 || b > 255 || c > 255 || d > 255) return undefined
  return [0, 0, 0, 0, 0, 0xffff, (a << 8) | b, (c << 8) | d]
}

function parseV6(text: string): IpGroups | undefined {
  const [address = '', ...zone] = text.split('%')
  if (zone.some((part) => !/^[!-~]*$/.test(part))) return undefined
  const halves = address.split('::')
  if (halves.length > 2) return undefined
  const head = groupsOf(halves[0] ?? '', halves.length === 1)
  const tail = groupsOf(halves[1] ?? '', true)
  if (!head || !tail) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

function groupsOf(text: string, mayEndInV4: boolean): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const words = text.split(':')
  for (const [i, word] of words.entries()) {
    const v4 = mayEndInV4 && i === words.length - 1 && word.includes('.') ? parseV4(word) : undefined
    if (v4) groups.push(...v4.slice(6))
    else if (/^[0-9a-f]{1,4}$/i.test(word)) groups.push(Number.parseInt(word, 16))
    else return undefined
  }
  return groups
}
