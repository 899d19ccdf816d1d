import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setProtocol } from './srx-setters.ts'

const MAX_WORDS = 60

interface Flow {
  from: string
  fromPort: number | undefined
  to: string
  toPort: number | undefined
}

/** `10.0.0.7/51000`, `10.0.0.7(51000)` */
function endOf(word: string): [string, number | undefined] | undefined {
  const slash = word.search(/[/(]/)
  const ip = slash < 0 ? word : word.slice(0, slash)
  if (!isIp(ip)) return undefined
  return [ip, slash < 0 ? undefined : wholeNumber(word.slice(slash + 1).replace(/\)$/, ''))]
}

/** `10.0.0.7/51000->203.0.113.9/443`, also in angle brackets. */
export function readFlow(word: string): Flow | undefined {
  const arrow = word.indexOf('->')
  if (arrow < 0 || word.length > 120) return undefined
  const from = endOf(word.slice(0, arrow).replace(/^</, ''))
  const to = endOf(word.slice(arrow + 2).replace(/[>,]+$/, ''))
  return from && to ? { from: from[0], fromPort: from[1], to: to[0], toPort: to[1] } : undefined
}

function setFlow(fields: Fields, flow: Flow, nat: '' | '.nat'): void {
  fields[`source${nat}.ip`] = flow.from
  fields[`destination${nat}.ip`] = flow.to
  if (flow.fromPort !== undefined) fields[`source${nat}.port`] = flow.fromPort
  if (flow.toPort !== undefined) fields[`destination${nat}.port`] = flow.toPort
}

/** `5(392)`: packets and bytes. */
const COUNTS = /^(\d{1,15})\((\d{1,15})\)$/

function setCounts(fields: Fields, side: 'source' | 'destination', word: string | undefined): void {
  const counts = COUNTS.exec(word ?? '')
  if (!counts) return
  fields[`${side}.packets`] = Number(counts[1])
  fields[`${side}.bytes`] = Number(counts[2])
}

/** Where the protocol stands: a small number, policy and two zones, then the session's number. */
function protocolAt(words: readonly string[], from: number): number {
  for (let i = from; i + 3 < words.length; i++) {
    const word = words[i] ?? ''
    if (COUNTS.test(word)) return i
    const code = wholeNumber(word)
    if (code !== undefined && code < 256 && wholeNumber(words[i + 4] ?? '') !== undefined) return i
  }
  return -1
}

/**
 * `session created 10.0.0.7/51000->203.0.113.9/443 junos-https 198.51.100.1/40100->203.0.113.9/443 out None 6 policy
 * trust untrust 4711 ...`, also closed and denied, with what releases put between.
 */
export function setSessionText(fields: Fields, text: string): void {
  const words = text.split(' ', MAX_WORDS)
  const first = words.findIndex((word) => readFlow(word) !== undefined)
  const flow = readFlow(words[first] ?? '')
  if (!flow) return
  setFlow(fields, flow, '')
  const closed = words.indexOf('closed')
  if (closed >= 0 && closed < first)
    fields['event.reason'] = words
      .slice(closed + 1, first)
      .join(' ')
      .replace(/:$/, '')
  const second = words.findIndex((word, i) => i > first && readFlow(word) !== undefined)
  const nat = second < 0 ? undefined : readFlow(words[second] ?? '')
  if (nat) setFlow(fields, nat, '.nat')
  const service = words[first + 1] === '0x0' ? words[first + 2] : words[first + 1]
  if (service !== undefined && service !== 'None') fields['service.name'] = service
  const at = protocolAt(words, (nat ? second : first) + 1)
  if (at < 0) return
  setProtocol(fields, (words[at] ?? '').split('(', 1)[0] ?? '')
  const [policy = '', from = '', to = ''] = words.slice(at + 1, at + 4)
  fields['rule.name'] = policy
  fields['observer.ingress.zone'] = from
  fields['observer.egress.zone'] = to
  setCounts(fields, 'source', words[at + 5])
  setCounts(fields, 'destination', words[at + 6])
  const elapsed = fields['source.packets'] === undefined ? undefined : wholeNumber(words[at + 7] ?? '')
  if (elapsed !== undefined && elapsed < 1e9) fields['event.duration'] = elapsed * 1e9
  const device = words.find((word, i) => i > at + 4 && /^[a-z]{2,6}-?\d[\d/.]{0,12}$/.test(word))
  if (device !== undefined) fields['observer.ingress.interface.name'] = device
}
