import { readAsyncosMessage } from '../asyncos/messages.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseCtime } from '../time/parse-ctime.ts'

/** Names that administrators keep for the subscriptions of an Email Security Appliance: the tag of its syslog. */
const MAIL_PROGRAMS =
  'mail_logs mail amp amp_logs antispam antivirus asarchive avarchive authentication bounces bounce_logs cli_logs content_scanner encryption error_logs euq_logs euqgui_logs ftpd_logs gmarchive graymail gui_logs httpd_logs ipr_client ldap_debug reportd_logs reportqueryd_logs repeng sntpd_logs smartlicense scanning slbld_logs status sdr_client service_logs s3_client system system_logs threatfeeds trackerd_logs upgrade_logs updater_logs url_rep_client csn_logs dlp_logs remediation esa'
const WEB_PROGRAMS = 'wsa accesslogs trafmon_logs trafmonerr_logs wbrs_logs webcat_logs l4tm'

const LEVEL = /^ ?(Info|Warning|Critical|Error|Debug|Trace|Alert|Notice|Fatal): {1,2}/
const CTIME = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} /
/** The traffic monitor's `10 Mar 2026 12:00:00 (GMT +01:00) `. */
const MONITOR = /^(\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) \(GMT ?([+-]?)(\d{1,2}):(\d\d)\) /
/** What begins so is surely an Email Security Appliance's. */
const MAIL =
  /^(?:(?:Start |Message (?:finished |aborted )|(?:Bounced|Delayed): )?(?:MID|ICID|DCID) \d|New SMTP [ID]CID \d)/

const webPrograms = new Set(WEB_PROGRAMS.split(' '))
const mailPrograms = new Set(MAIL_PROGRAMS.split(' '))

interface Head {
  time: bigint | undefined
  length: number
}

const NO_HEAD: Head = { time: undefined, length: 0 }

function headOf(text: string, { zoneMinutes }: ParseContext): Head {
  // Behind a day or the name of one stands a blank; of most lines that alone tells.
  if (text.charCodeAt(2) !== 0x20 && text.charCodeAt(3) !== 0x20) return NO_HEAD
  const ctime = CTIME.exec(text.slice(0, 40))?.[0]
  if (ctime !== undefined) return { time: parseCtime(ctime.trim(), zoneMinutes), length: ctime.length }
  const [whole = '', day, month, year, clock, sign, hours, minutes] = MONITOR.exec(text.slice(0, 60)) ?? []
  if (whole === '') return NO_HEAD
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return {
    time: parseCtime(`Mon ${month} ${day} ${clock} ${year}`, offset),
    length: whole.length,
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

function parse({ text, program, host }: Line, context: ParseContext): Parsed | undefined {
  const head = headOf(text, context)
  if (head.length === 0 && isDigit(text.charCodeAt(0))) return undefined
  const [lead, level] = LEVEL.exec(text.slice(head.length, head.length + 16)) ?? []
  if (lead === undefined || level === undefined) return undefined
  const message = text.slice(head.length + lead.length).trim()
  const web = program !== undefined && webPrograms.has(program)
  const mail = (program !== undefined && mailPrograms.has(program)) || MAIL.test(message.slice(0, 48))
  if (!web && !mail && head.length === 0) return undefined
  const module = mail ? 'cisco_secure_email_gateway' : 'cisco_wsa'
  const fields = createFields()
  fields['event.module'] = module
  fields['event.dataset'] = `${module}.log`
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = mail ? 'Secure Email Gateway (ESA)' : 'Secure Web Appliance (WSA)'
  fields['log.level'] = level.toLowerCase()
  fields.message = message
  readAsyncosMessage(fields, message)
  // Alone, a time and a level are anybody's.
  if (!mail && !web && host === undefined && fields['event.action'] === undefined) return undefined
  return { time: head.time, fields }
}

export const parser: Parser = {
  name: 'cisco-asyncos',
  reads:
    "Cisco Secure Email and Web appliances (ESA, WSA): mail, verdicts, connections, administrators, the web's traffic monitor",
  version: 1,
  clues: [
    ...[...mailPrograms, ...webPrograms].map((program) => ({ program })),
    ...['Info: ', 'Warning: ', 'Critical: '].map((prefix) => ({ prefix })),
    ...['Mon ', 'Tue ', 'Wed ', 'Thu ', 'Fri ', 'Sat ', 'Sun '].map((prefix) => ({ prefix })),
    { first: '0123', run: 2, next: ' ' },
  ],
  rank: 6,
  parse,
  samples: [
    'Info: MID 4711 ICID 815 From: <anna@example.org>',
    "Info: MID 4711 antivirus positive 'EXAMPLE-Test'",
    'Tue Mar 10 12:00:00 2026 Info: The user anna successfully logged on from 10.0.0.7 using an HTTPS connection.',
    '10 Mar 2026 12:00:00 (GMT +01:00) Info: Firewall blocked TCP data from 10.0.0.7:41148 to 203.0.113.9.',
  ],
}
