import { NEXUS_FACILITIES } from '../cisco/nexus-facilities.ts'
import { readFacilityMessage } from '../cisco/read-facility-message.ts'
import { facilityTagAt } from '../cisco/read-facility-tag.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

/** A source set to this format says so of lines that name nothing themselves. */
const REPEATED = 'last message repeated '

function parse({ text, host }: Line): Parsed | undefined {
  const tag = facilityTagAt(text, 0)
  if (!tag && !text.startsWith(REPEATED)) return undefined
  const fields = createFields()
  fields['event.module'] = 'cisco_nexus'
  fields['event.dataset'] = 'cisco_nexus.log'
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'Nexus'
  fields['observer.type'] = 'switches'
  if (host !== undefined && !isIp(host)) fields['observer.name'] = host
  if (tag) {
    fields['cisco.nexus.facility'] = tag.facility
    readFacilityMessage(fields, tag, text.slice(tag.end))
  } else fields.message = text
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'cisco-nexus',
  reads: 'Cisco NX-OS: ports, configuration, commands, log-ins, any message of its facilities',
  version: 1,
  clues: [...NEXUS_FACILITIES].map((facility) => ({ prefix: `%${facility}-` })),
  rank: 1,
  parse,
  samples: [
    '%ETHPORT-5-IF_DOWN_ADMIN_DOWN: Interface Ethernet1/42 is down (Administratively down)',
    '%VSHD-5-VSHD_SYSLOG_CONFIG_I: Configured from vty by anna on 10.0.0.7@pts/0',
    '%AUTHPRIV-3-SYSTEM_MSG: pam_aaa:Authentication failed for user anna from 203.0.113.9 - sshd[10021]',
  ],
}
