import { addressOf } from './address-of.ts'
import { boundKind } from './bound-kind.ts'
import type { Bound } from './search-node.ts'
import { isAscii, lowerAscii } from './words.ts'

/** Whether no value can lie between bounds of one kind, as far as that is certain. */
export function isEmptyRange(low: Bound, high: Bound): boolean {
  const order = orderOf(low.value, high.value)
  return order > 0 || (order === 0 && !(low.inclusive && high.inclusive))
}

/** Below 0 where nobody can tell. */
function orderOf(low: string, high: string): number {
  switch (boundKind(low)) {
    case 'number':
      return Number(low) - Number(high)
    case 'address':
      return compare(sortable(low), sortable(high))
    case 'text':
      return isAscii(low) && isAscii(high) ? compare(lowerAscii(low), lowerAscii(high)) : -1
  }
}

function sortable(address: string): string {
  return (addressOf(address) ?? []).map((group) => group.toString(16).padStart(4, '0')).join()
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1
}
