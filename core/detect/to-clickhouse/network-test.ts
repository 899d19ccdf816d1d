import { parseNetwork } from '../values/match-network.ts'
import { SPACE } from './number-test.ts'
import type { StatementParts } from './statement-parts.ts'

const V4 = '[0-9]{1,3}(?:[.][0-9]{1,3}){3}'
const ADDRESS = `^${SPACE}*(${V4}|[0-9A-Fa-f:]*:(?:[0-9A-Fa-f]{0,4}|${V4})(?:%[!-~]*)?)${SPACE}*$`

/** The address that a text is, `Nullable(IPv6)`, read as {@link parseIp} reads it; nothing here throws. */
export function addressOf(parts: StatementParts, text: string): string {
  const found = `extract(${text}, ${parts.bind('String', ADDRESS)})`
  const plain = `replaceRegexpOne(${found}, '%.*$', '')`
  const zeroless = `replaceRegexpAll(${plain}, '(^|[.])0+([0-9])', '\\\\1\\\\2')`
  return `if(length(${found}) <= 64, toIPv6OrNull(if(position(${plain}, ':') > 0, ${plain}, ${zeroless})), NULL)`
}

/**
 * Whether an address lies in one of the networks.
 * @param text what the address was read from
 */
export function networkTest(
  parts: StatementParts,
  networks: readonly string[],
  address: string,
  text: string,
): string {
  const tests = networks.flatMap((network) => {
    const parsed = parseNetwork(network)
    if ('wrong' in parsed) return []
    const { first, last, excludesV4 } = parsed
    const inside = `ifNull(${address} BETWEEN ${parts.bind('IPv6', first)} AND ${parts.bind('IPv6', last)}, 0)`
    return [excludesV4 ? `(${inside} AND position(${text}, ':') > 0)` : inside]
  })
  return tests.length === 0 ? '0' : tests.join(' OR ')
}
