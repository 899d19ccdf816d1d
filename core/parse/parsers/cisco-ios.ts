import { readFacilityMessage } from '../cisco/read-facility-message.ts'
import { type FacilityTag, facilityTagAt } from '../cisco/read-facility-tag.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readCiscoHeader } from '../syslog/read-cisco-header.ts'
import { isIp } from '../text/is-ip.ts'

/** Six digits are an ASA's; NX-OS has its own parser. */
const ASA_ID = /^\d{6}$/

/** Messages inside a message: `%IOSXE-6-PLATFORM: R0/0: cpp_cp: QFP:0.0 Thread:001 TS:0001 %FW-6-SESS_AUDIT_TRAIL: ...`. */
function innerTag(text: string, outer: FacilityTag): FacilityTag {
  if (outer.facility !== 'IOSXE' && outer.facility !== 'IOSXE_INFRA') return outer
  const at = text.slice(outer.end, outer.end + 120).indexOf(' %')
  return (at < 0 ? undefined : facilityTagAt(text, outer.end + at + 1)) ?? outer
}

/** Facilities of servers that write as IOS does. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['UCSM', 'UCS Manager'],
  ['CIMC', 'UCS Integrated Management Controller (CIMC)'],
])

const REPEATED = 'last message repeated '

/** A source set to this format may lack the syslog header: `sw01: 000123: Mar  1 00:00:01 UTC: %SYS-5-...`. */
function parse({ text, host }: Line, context: ParseContext): Parsed | undefined {
  const first = text.charCodeAt(0)
  if (first === 0x3c || first === 0x7b) return undefined
  const fields = createFields()
  const header = first === 0x25 ? undefined : readCiscoHeader(fields, text, 0, context, false)
  const outer = facilityTagAt(text, header?.end ?? 0)
  if (outer ? ASA_ID.test(outer.mnemonic) : !text.startsWith(REPEATED)) return undefined
  fields['event.module'] = 'cisco_ios'
  fields['event.dataset'] = 'cisco_ios.log'
  fields['event.provider'] = 'firewall'
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'IOS'
  fields['observer.type'] = 'firewall'
  const name = host ?? fields['host.name']
  if (typeof name === 'string' && !isIp(name)) fields['log.syslog.hostname'] = name
  const other = outer && OTHERS.get(outer.facility)
  if (other !== undefined) {
    fields['event.module'] = 'cisco_ucs'
    fields['event.dataset'] = 'cisco_ucs.log'
    fields['observer.product'] = other
    fields['observer.type'] = 'server'
  }
  if (outer) {
    const tag = innerTag(text, outer)
    fields['cisco.ios.facility'] = tag.facility
    readFacilityMessage(fields, tag, text.slice(tag.end))
  } else fields.message = text
  return { time: header?.time, fields }
}

export const parser: Parser = {
  name: 'cisco-ios',
  reads:
    'Cisco IOS, IOS XE and IOS XR: access lists, log-ins, configuration, ports, any %FACILITY-SEVERITY-NAME',
  version: 1,
  clues: [{ prefix: '%' }],
  ownNames: true,
  parse,
  samples: [
    '%SEC-6-IPACCESSLOGP: list outside-in denied tcp 203.0.113.9(40022) -> 10.0.0.7(22), 3 packets',
    '%SEC_LOGIN-4-LOGIN_FAILED: Login failed [user: anna] [Source: 203.0.113.9] [localport: 22] [Reason: Login Authentication Failed] at 10:16:05 UTC Tue Mar 10 2026',
    '%SYS-5-CONFIG_I: Configured from console by anna on vty0 (10.0.0.7)',
    '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/13, changed state to down',
  ],
}
