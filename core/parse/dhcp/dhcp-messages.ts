import type { Fields } from '../../event/event.ts'
import { setMac } from '../network/set-mac.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { isIp } from '../text/is-ip.ts'
import { leadingNumber } from '../text/leading-number.ts'

const both = (fields: Fields, part: string, value: string | number): void => {
  fields[`client.${part}`] = value
  fields[`source.${part}`] = value
}

const SETTERS: Readonly<Record<string, PatternSetter<Fields>>> = {
  ip: (fields, value) => {
    if (!isIp(value)) return
    both(fields, 'address', value)
    both(fields, 'ip', value)
  },
  port: (fields, value) => {
    const port = leadingNumber(value)
    if (port !== undefined) both(fields, 'port', port)
  },
  mac: (fields, value) => {
    setMac(fields, 'client.mac', value)
    const mac = fields['client.mac']
    if (mac !== undefined) fields['source.mac'] = mac
  },
  name: (fields, value) => {
    fields['client.domain'] = value
  },
  server: (fields, value) => {
    if (!isIp(value)) return
    for (const side of ['server', 'destination']) {
      fields[`${side}.address`] = value
      fields[`${side}.ip`] = value
    }
  },
  servermac: (fields, value) => {
    setMac(fields, 'server.mac', value)
    const mac = fields['server.mac']
    if (mac !== undefined) fields['destination.mac'] = mac
  },
  port_name: (fields, value) => {
    // `eth0: network 10.0.0.0/24: no free leases`
    const colon = value.indexOf(': ')
    fields['observer.ingress.interface.name'] = colon < 0 ? value : value.slice(0, colon)
    if (colon > 0) fields['event.reason'] = value.slice(colon + 2)
  },
}

interface DhcpMessage {
  prefix: string
  action: string
  read(fields: Fields, text: string): void
}

function message(prefix: string, action: string, ...patterns: string[]): DhcpMessage {
  const readers: PatternReader<Fields>[] = patterns.map((pattern) =>
    compilePattern(`${prefix}${pattern}`, SETTERS),
  )
  return {
    prefix,
    action,
    read(fields, text) {
      for (const read of readers) if (read(fields, text)) return
    },
  }
}

/** A client's hardware address may be followed by the name that it gave itself. */
const TAIL = ['{mac} ({name}) via {port_name}', '{mac} via {port_name}']
const after = (start: string): string[] => TAIL.map((tail) => `${start}${tail}`)

/** Messages of ISC dhcpd and dhcp6c by how they begin. */
export const DHCP_MESSAGES: readonly DhcpMessage[] = [
  message('DHCPDISCOVER ', 'DHCPDISCOVER', ...after('from ')),
  message('DHCPOFFER ', 'DHCPOFFER', ...after('on {ip} to ')),
  message('DHCPREQUEST ', 'DHCPREQUEST', ...after('for {ip} ({server}) from '), ...after('for {ip} from ')),
  message('DHCPACK ', 'DHCPACK', ...after('on {ip} to '), 'to {ip} ({mac}) via {port_name}'),
  message('DHCPNAK ', 'DHCPNAK', ...after('on {ip} to ')),
  message('DHCPRELEASE ', 'DHCPRELEASE', ...after('of {ip} from ')),
  message('DHCPDECLINE ', 'DHCPDECLINE', ...after('of {ip} from ')),
  message('DHCPINFORM ', 'DHCPINFORM', 'from {ip} via {port_name}'),
  message('Sending on ', 'sending-on-bpf', '{}/{port_name}/{servermac}/{}'),
  message('Solicit message from ', 'solicit-message', '{ip} port {port},'),
  message('Request message from ', 'request-message', '{ip} port {port},'),
  message('Renew message from ', 'renew-message', '{ip} port {port},'),
  message('Rebind message from ', 'rebind-message', '{ip} port {port},'),
  message('Confirm message from ', 'confirm-message', '{ip} port {port},'),
  message('Release message from ', 'release-message', '{ip} port {port},'),
  message('Decline message from ', 'decline-message', '{ip} port {port},'),
  message('Information-request message from ', 'information-request-message', '{ip} port {port},'),
  message('Sending Advertise to ', 'sending-advertise', '{ip} port {port}'),
  message('Sending Reply to ', 'sending-reply', '{ip} port {port}'),
  message('Picking pool address ', 'picking-pool-address', '{ip}'),
  message('Reusing lease for: ', 'reusing-lease', '{ip}, '),
  message('Advertise NA: address ', 'advertise-na', '{ip} to '),
  message('Reply NA: address ', 'reply-na', '{ip} to '),
  message('Releasing address ', 'releasing-address', '{ip} '),
  message('add an address ', 'add-an-address', '{ip}/{} on {port_name}', '{ip} on {port_name}'),
  message('remove an address ', 'remove-an-address', '{ip}/{} on {port_name}', '{ip} on {port_name}'),
]
