import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { classifyTraffic } from '../watchguard/classify-traffic.ts'
import { setEventText } from '../watchguard/set-event-text.ts'
import { policyOf, setTraffic } from '../watchguard/set-traffic.ts'
import { typeOfSentence } from '../watchguard/type-of-sentence.ts'

const MARK = 'msg_id="'
const MAX_HEAD = 160
/** `[serial ](2026-03-10T12:00:00) process[pid]: `, each part may be missing. */
const HEAD =
  /^(?:([\w-]{1,40}) )?(?:[\w-]{1,40} )?(?:\((\d{4}-\d\d-\d\dT[\d:.]{8,15})\) )?(?:([\w.-]{1,40})(?:\[(\d{1,10})\])?: )?$/

function parse({ text, program, host }: Line): Parsed | undefined {
  // Most lines are someone else's: only their beginning is looked at.
  const mark = text.slice(0, MAX_HEAD).indexOf(MARK)
  if (mark < 0) return undefined
  const head = HEAD.exec(text.slice(0, mark))
  const close = text.indexOf('"', mark + MARK.length)
  if (!head || close < 0 || close - mark > 40) return undefined
  const [, serial, stamp, process, pid] = head
  const id = text.slice(mark + MARK.length, close)
  const area = id.slice(0, 4).toUpperCase()
  const body = text.slice(close + 1).trim()

  const fields = createFields()
  fields['event.module'] = 'watchguard_firebox'
  fields['event.dataset'] = 'watchguard_firebox.log'
  fields['event.code'] = id
  fields['observer.vendor'] = 'WatchGuard'
  fields['observer.product'] = 'Firebox'
  fields['observer.type'] = 'firewall'
  fields['watchguard_firebox.log.area'] = area
  if (host !== undefined) {
    fields['observer.hostname'] = host
    fields['log.syslog.hostname'] = host
  }
  if (serial !== undefined) fields['observer.serial_number'] = serial
  const name = process ?? program
  if (name !== undefined) fields['log.syslog.appname'] = name
  if (pid !== undefined) fields['log.syslog.procid'] = pid
  fields.message = body

  const denied = body.startsWith('Deny ')
  const message = denied || body.startsWith('Allow ') ? setTraffic(fields, body) : undefined
  if (message !== undefined) {
    fields['watchguard_firebox.log.disposition'] = denied ? 'Deny' : 'Allow'
    const { category, type } = classifyTraffic(area, message.toLowerCase(), denied)
    fields['event.category'] = category
    fields['event.type'] = type
    fields['event.outcome'] = denied ? 'failure' : 'success'
    if (id === '3000-0150' || id === '3000-0173') fields['event.kind'] = 'alert'
  } else {
    const policy = policyOf(body)
    // Alarms name who raised them; sentences of the event log may end with a remark in parentheses too.
    const isAlarm = policy !== undefined && /^\S{2,40}$/.test(policy) && (area === '3000' || area === '020B')
    if (isAlarm) {
      fields['event.kind'] = 'alert'
      fields['event.outcome'] = 'unknown'
      fields['rule.name'] = policy
    }
    const sentence = isAlarm ? body.slice(0, body.lastIndexOf('(')).trim() : body
    fields.message = sentence
    setEventText(fields, area, sentence)
    if (area === '3000' && /\b(?:attack|DDOS)\b/.test(sentence.slice(0, 200))) {
      fields['event.kind'] = 'alert'
      fields['event.category'] = ['intrusion_detection']
    }
    const type = typeOfSentence(area, sentence)
    if (type !== undefined) fields['event.type'] = type
  }
  // The device's own time is UTC; the header's is local and without a year.
  return { time: stamp === undefined ? undefined : parseIsoTime(stamp, 0), fields }
}

export const parser: Parser = {
  name: 'watchguard',
  reads:
    'WatchGuard Firebox: traffic of packet filter and proxies, alarms, events and diagnostics, by message id',
  version: 1,
  clues: [
    { prefix: MARK },
    { first: '(0123456789', next: '( -_:[' },
    { first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', next: ' -_:[.' },
  ],
  rank: 6,
  parse,
  samples: [
    'FB0123456789A (2026-03-10T12:00:00) firewall[7]: msg_id="3000-0148" Allow 1-Trusted 0-External 52 tcp 20 127 10.0.0.7 203.0.113.9 51000 80 offset 8 S 832026162 win 8192 (HTTP-00)',
    '(2026-03-10T12:00:00) http-proxy[9]: msg_id="1AFF-0021" Deny 1-Trusted 0-External tcp 10.0.0.7 203.0.113.9 51001 80 msg="ProxyDeny: HTTP request URL match" proxy_act="HTTP-Client.1" rule_name="bad" dstname="www.example.org" arg="/a" (HTTP-proxy-00)',
    'msg_id="3E00-0002" Management user anna from 10.0.0.8 logged in',
  ],
}
