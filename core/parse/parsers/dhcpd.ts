import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

const MESSAGE = /^(DHCP[A-Z]{2,16})(?:\(([\w.-]{1,15})\))?(?: (on|of|for|from|to) )? ?/
const MAC = /\b([0-9a-f]{2}(?::[0-9a-f]{2}){5})\b/i

/** Addresses of hardware are upper case with hyphens in ECS. */
const ecsMac = (mac: string): string => mac.toUpperCase().replaceAll(':', '-')

/** `DHCPACK on 10.0.0.7 to 00:00:5e:00:53:07 (pc7) via eth0` of ISC, `DHCPACK(eth0) 10.0.0.7 00:00:5e:00:53:07 pc7` of dnsmasq. */
function parse({ text, program }: Line): Parsed | undefined {
  const kind = MESSAGE.exec(text.slice(0, 64))
  if (!kind?.[1]) return undefined
  const head = text.slice(0, 500)
  const fields = createFields()
  const isDnsmasq = program === 'dnsmasq-dhcp' || kind[2] !== undefined
  fields['event.module'] = isDnsmasq ? 'dnsmasq' : 'dhcpd'
  fields['event.dataset'] = isDnsmasq ? 'dnsmasq.dhcp' : 'dhcpd.log'
  fields['network.protocol'] = 'dhcp'
  fields['event.action'] = kind[1].toLowerCase()
  fields.message = text
  if (kind[1] === 'DHCPNAK' || kind[1] === 'DHCPDECLINE') fields['event.outcome'] = 'failure'
  if (kind[1] === 'DHCPACK' || kind[1] === 'DHCPOFFER') fields['event.outcome'] = 'success'
  const mac = MAC.exec(head)?.[1]
  if (mac !== undefined) fields['client.mac'] = ecsMac(mac)
  const ip = head
    .slice(kind[1].length)
    .split(/[\s()]/, 12)
    .find((word) => isIp(word))
  if (ip !== undefined) {
    fields['client.ip'] = ip
    fields['source.ip'] = ip
  }
  const name = /\(([\w.-]{1,63})\) via |(?:[0-9a-f]{2}:){5}[0-9a-f]{2} ([\w.-]{1,63})$/i.exec(head)
  const host = name?.[1] ?? name?.[2]
  if (host !== undefined && !isIp(host)) {
    fields['client.domain'] = host
    fields['client.address'] = host
  }
  const device = kind[2] ?? / via ([\w.-]{1,64})/.exec(head)?.[1]
  if (device !== undefined && !isIp(device)) fields['observer.ingress.interface.name'] = device
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'dhcpd',
  reads: 'leases of ISC dhcpd and dnsmasq',
  version: 1,
  clues: [{ program: 'dhcpd' }, { program: 'dnsmasq-dhcp' }, { prefix: 'DHCP' }],
  parse,
  samples: [
    'DHCPACK on 10.0.0.7 to 00:00:5e:00:53:07 (pc7) via eth0',
    'DHCPREQUEST for 10.0.0.7 (10.0.0.1) from 00:00:5e:00:53:07 (pc7) via eth0',
    'DHCPACK(eth0) 10.0.0.7 00:00:5e:00:53:07 pc7',
  ],
}
