import { createFields } from '../create-fields.ts'
import { DHCP_MESSAGES } from '../dhcp/dhcp-messages.ts'
import { networkType } from '../network/network-type.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** dnsmasq puts the interface behind the kind: `DHCPACK(eth0) 10.0.0.7 ...`. */
const DNSMASQ = /^DHCP[A-Z]{2,16}\(/
const OUTCOMES: Readonly<Record<string, string>> = {
  dhcpack: 'success',
  dhcpoffer: 'success',
  dhcpnak: 'failure',
  dhcpdecline: 'failure',
}

function parse({ text, program }: Line): Parsed | undefined {
  const message = DHCP_MESSAGES.find(({ prefix }) => text.startsWith(prefix))
  const isDnsmasq = program === 'dnsmasq-dhcp' || DNSMASQ.test(text.slice(0, 20))
  if (!message && (program === undefined || isDnsmasq)) return undefined
  const fields = createFields()
  fields['event.module'] = isDnsmasq ? 'dnsmasq' : 'dhcpd'
  fields['event.dataset'] = isDnsmasq ? 'dnsmasq.dhcp' : 'dhcpd.log'
  fields['network.transport'] = 'udp'
  fields.message = text
  if (message) {
    fields['event.action'] = message.action
    const outcome = OUTCOMES[message.action]
    if (outcome !== undefined) fields['event.outcome'] = outcome
    message.read(fields, text)
  }
  const address = fields['client.ip']
  if (typeof address === 'string') fields['network.type'] = networkType(address)
  const six = program === 'dhcp6c' || (typeof address === 'string' && address.includes(':'))
  fields['network.protocol'] = six ? 'dhcpv6' : 'dhcp'
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'dhcpd',
  reads: 'ISC dhcpd, dhcp6c and the DHCP of dnsmasq: what clients ask for and are given',
  version: 1,
  clues: [
    ...['dhcpd', 'dhcpd6', 'dhcp6c', 'dnsmasq-dhcp'].map((program) => ({ program })),
    { prefix: 'DHCP' },
    { prefix: 'Solicit message from ' },
  ],
  ownNames: true,
  parse,
  samples: [
    'DHCPACK on 10.0.0.7 to 00:00:5e:00:53:07 (pc7) via eth0',
    'DHCPREQUEST for 10.0.0.7 (10.0.0.1) from 00:00:5e:00:53:07 (pc7) via eth0',
    'DHCPACK(eth0) 10.0.0.7 00:00:5e:00:53:07 pc7',
    'Solicit message from fe80::7 port 546, transaction ID 0x3C21A2',
  ],
}
