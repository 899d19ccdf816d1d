/** IANA's numbers of protocols over IP that clouds log by number, and ECS's names for them. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipip'],
  [6, 'tcp'],
  [8, 'egp'],
  [17, 'udp'],
  [41, 'ipv6'],
  [43, 'ipv6-route'],
  [44, 'ipv6-frag'],
  [46, 'rsvp'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'ipv6-icmp'],
  [59, 'ipv6-nonxt'],
  [60, 'ipv6-opts'],
  [88, 'eigrp'],
  [89, 'ospf'],
  [103, 'pim'],
  [112, 'vrrp'],
  [115, 'l2tp'],
  [132, 'sctp'],
  [136, 'udplite'],
])

const NUMBERS: ReadonlyMap<string, number> = new Map([...NAMES].map(([number, name]) => [name, number]))

export interface IpProtocol {
  number: number | undefined
  name: string | undefined
}

const BY_NUMBER: ReadonlyMap<string, IpProtocol> = new Map(
  Array.from({ length: 256 }, (_, number) => [String(number), { number, name: NAMES.get(number) }]),
)

/** @returns number and name of a protocol given by either */
export function ipProtocol(value: string): IpProtocol {
  const known = BY_NUMBER.get(value)
  if (known !== undefined) return known
  const name = value.toLowerCase()
  return { number: NUMBERS.get(name), name }
}
