import { createFields } from '../create-fields.ts'
import { DHCP_MESSAGES } from '../dhcp/dhcp-messages.ts'
import { networkType } from '../network/network-type.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

function parse({ text, program }: Line): Parsed | undefined {
  const fields = createFields()
  fields['event.module'] = 'dhcpd'
  fields['event.dataset'] = 'dhcpd.log'
  fields['event.provider'] = program ?? 'dhcpd'
  fields['network.transport'] = 'udp'
  fields.message = text
  let known = program !== undefined
  for (const { prefix, action, read } of DHCP_MESSAGES) {
    if (!text.startsWith(prefix)) continue
    fields['event.action'] = action
    read(fields, text)
    known = true
    break
  }
  if (!known) return undefined
  const address = fields['client.ip']
  if (typeof address === 'string') fields['network.type'] = networkType(address)
  const six = program === 'dhcp6c' || (typeof address === 'string' && address.includes(':'))
  fields['network.protocol'] = six ? 'dhcpv6' : 'dhcp'
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'dhcpd',
  reads: 'ISC dhcpd and dhcp6c: what clients ask for and are given, also without the syslog header',
  version: 1,
  clues: [
    { program: 'dhcpd' },
    { program: 'dhcp6c' },
    { program: 'dhcpd6' },
    ...[
      'DHCPDISCOVER from ',
      'DHCPREQUEST for ',
      'DHCPACK ',
      'DHCPOFFER on ',
      'DHCPNAK on ',
      'Solicit message from ',
    ].map((prefix) => ({ prefix })),
  ],
  parse,
  samples: [
    'DHCPDISCOVER from 00:00:5e:00:53:07 via eth0',
    'DHCPREQUEST for 10.0.0.7 (10.0.0.1) from 00:00:5e:00:53:07 (laptop) via eth0',
    'DHCPACK on 10.0.0.7 to 00:00:5e:00:53:07 (laptop) via eth0',
    'Solicit message from fe80::7 port 546, transaction ID 0x3C21A2',
  ],
}
