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

/** @returns number and name of a protocol given by either */
export function ipProtocol(value: string | number): { number: number | undefined; name: string | undefined } {
  const text = String(value).toLowerCase()
  const number = /^\d{1,3}$/.test(text) ? Number(text) : NUMBERS.get(text)
  if (number === undefined) return { number, name: text }
  return { number, name: NAMES.get(number) }
}
