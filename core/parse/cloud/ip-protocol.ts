import { PROTOCOL_NAMES } from '../network/protocol-numbers.ts'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [...PROTOCOL_NAMES].map(([number, name]) => [name, number]),
)

export interface IpProtocol {
  number: number | undefined
  name: string | undefined
}

const BY_NUMBER: ReadonlyMap<string, IpProtocol> = new Map(
  Array.from({ length: 256 }, (_, number) => [String(number), { number, name: PROTOCOL_NAMES.get(number) }]),
)

/** @returns number and name of a protocol given by either */
export function ipProtocol(value: string): IpProtocol {
  const known = BY_NUMBER.get(value)
  if (known !== undefined) return known
  const name = value.toLowerCase()
  return { number: NUMBERS.get(name), name }
}
