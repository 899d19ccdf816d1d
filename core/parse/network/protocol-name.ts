import { PROTOCOL_NAMES } from './protocol-numbers.ts'

/** IANA's name of an IP protocol, in small letters. */
export const protocolName = (number: number): string | undefined => PROTOCOL_NAMES.get(number)
