/** IANA protocol numbers that logs show. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    1: 'icmp',
    2: 'igmp',
    4: 'ipip',
    6: 'tcp',
    8: 'egp',
    17: 'udp',
    33: 'dccp',
    41: 'ipv6',
    46: 'rsvp',
    47: 'gre',
    50: 'esp',
    51: 'ah',
    58: 'ipv6-icmp',
    88: 'eigrp',
    89: 'ospf',
    94: 'ipip',
    103: 'pim',
    112: 'vrrp',
    115: 'l2tp',
    132: 'sctp',
    136: 'udplite',
  }),
)

/** IANA's name of a protocol number as logs write it, undefined for a number without one or no number. */
export const transportName = (number: string): string | undefined =>
  /^\d{1,3}$/.test(number) ? NAMES.get(number) : undefined
