import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { PROTOCOL_NAMES, PROTOCOL_NUMBERS } from './protocol-numbers.ts'

/** `tcp`, `TCP`, `6`: name and number into `network.transport` and `network.iana_number`. */
export function setTransport(fields: Fields, word: string): void {
  const number = wholeNumber(word)
  if (number !== undefined) {
    if (number > 255) return
    fields['network.iana_number'] = String(number)
    const name = PROTOCOL_NAMES.get(number)
    if (name !== undefined) fields['network.transport'] = name
    return
  }
  const name = word.toLowerCase()
  const known = PROTOCOL_NUMBERS.get(name)
  // `icmp6`, `icmpv6`, `ipv6-icmp` are one.
  fields['network.transport'] = (known === undefined ? undefined : PROTOCOL_NAMES.get(known)) ?? name
  if (known !== undefined) fields['network.iana_number'] = String(known)
}
