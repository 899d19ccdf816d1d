import { PROTOCOL_NAMES } from '../network/protocol-numbers.ts'

/** IANA's name of a protocol number as logs write it, undefined for a number without one or no number. */
export const transportName = (number: string): string | undefined =>
  /^\d{1,3}$/.test(number) ? PROTOCOL_NAMES.get(Number(number)) : undefined
