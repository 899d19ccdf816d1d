import type { Fields, Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { printScalar } from '../json/print-scalar.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { readPairs } from '../text/read-pairs.ts'
import type { Clock } from '../time/local-time.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { parseCtime } from '../time/parse-ctime.ts'
import { parseZone } from '../time/parse-zone.ts'
import { setBareUrl } from '../web/set-bare-url.ts'
import { append, decoded, ZIA_SETTERS } from '../zscaler/zia-setters.ts'

const PREFIX = 'zscaler_zia.'
const FEED = /^zscalernss-([a-z]{2,20})$/
const NAME = /^\w{1,64}$/
const MAX_FIELDS = 400
const TIMES = ['datetime', 'time', 'eventtime']
/** Numbers of tunnels' protocols. */
const TUNNELS = new Map([['GRE', '47']])

type Event = Record<string, unknown>

const word = (event: Event, name: string): string => {
  const value = event[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function timeOf(event: Event, clock: number | Clock): bigint | undefined {
  const zone = parseZone(word(event, 'tz')) ?? clock
  for (const name of TIMES) {
    const stamp = word(event, name)
    const time = parseCtime(stamp, zone) ?? parseAnyTime(stamp, zone)
    if (time !== undefined) return time
  }
  return undefined
}

/** Text that a feed wrote in base64, because anything may stand in it. */
function fromBase64(text: string): string {
  if (text.length > 20_000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return ''
  return Buffer.from(text, 'base64').toString('utf8')
}

/** The feed leaves the scheme out; the protocol says it. */
function setVisit(fields: Fields, event: Event): void {
  const url = fromBase64(word(event, 'b64url')) || word(event, 'eurl') || word(event, 'url')
  if (url === '' || url === 'None') return
  const protocol = String(fields['network.protocol'] ?? '')
  const scheme = protocol === 'https' || protocol === 'ssl' ? 'https' : protocol === 'http' ? 'http' : ''
  const whole = url.includes('://') || scheme === '' || !('b64url' in event) ? url : `${scheme}://${url}`
  setBareUrl(fields, whole)
  if (whole.includes('://')) fields['url.full'] = whole
}

/** Ports of the client's own session and of the one that Zscaler opened for it. */
function setFirewall(fields: Fields, event: Event): void {
  const { 'source.bytes': sent, 'destination.bytes': received } = fields
  if (typeof sent === 'number' && typeof received === 'number') fields['network.bytes'] = sent + received
  const forwarded = word(event, 'rdr_rulename')
  if (forwarded !== '' && forwarded !== 'None') append('rule.name')(fields, forwarded)
  fields['observer.vendor'] = 'Zscaler'
  fields['observer.product'] = 'ZIA'
  fields['observer.type'] = 'firewall'
  fields['event.type'] = [/^(?:allow|allowed)$/i.test(word(event, 'action')) ? 'allowed' : 'denied']
}

const FEEDS: Readonly<Record<string, (fields: Fields, event: Event) => void>> = {
  web: (fields, event) => {
    if (word(event, 'protocol') !== '') fields['network.protocol'] ??= word(event, 'protocol').toLowerCase()
    setVisit(fields, event)
    const referrer = fromBase64(word(event, 'b64referer'))
    if (referrer !== '') fields['http.request.referrer'] = referrer
  },
  fw: setFirewall,
  dns: (fields, event) => {
    fields['network.protocol'] = 'dns'
    const transport = word(event, 'protocol').toLowerCase()
    if (transport !== '') fields['network.transport'] = transport
  },
  tunnel: (fields, event) => {
    const number = TUNNELS.get(word(event, 'tunneltype'))
    if (number === undefined) return
    fields['network.iana_number'] = number
    fields['network.transport'] = word(event, 'tunneltype').toLowerCase()
  },
  audit: (fields, event) => {
    fields['rule.category'] = word(event, 'subcategory')
    fields['rule.name'] = word(event, 'resource')
    fields['rule.ruleset'] = word(event, 'category')
  },
}

function read(feed: string, event: Event, clock: number | Clock): Parsed {
  const fields = createFields()
  fields['event.module'] = 'zscaler_zia'
  fields['event.dataset'] = `zscaler_zia.${feed}`
  fields['cloud.service.name'] = 'zscaler'
  let count = 0
  for (const name in event) {
    const value = event[name]
    if (value === null || value === '' || typeof value === 'object' || ++count > MAX_FIELDS) continue
    const set = Object.hasOwn(ZIA_SETTERS, name) ? ZIA_SETTERS[name] : undefined
    const scalar = value as Scalar
    if (set !== undefined) set(fields, scalar)
    else if (NAME.test(name) && value !== 'None') {
      fields[`${PREFIX}${feed}.${name}`] = typeof scalar === 'string' ? decoded(scalar) : scalar
    }
  }
  FEEDS[feed]?.(fields, event)
  fillAddresses(fields)
  return { time: timeOf(event, clock), fields }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse({ text, json }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) {
    const feed = FEED.exec(printScalar(json.sourcetype))?.[1]
    return feed !== undefined && isObject(json.event) ? read(feed, json.event, context) : undefined
  }
  // The feed for other collectors: a time and pairs between tabs.
  const tab = text.slice(0, 30).indexOf('\t')
  if (tab < 16) return undefined
  const pairs = readPairs(text.slice(tab + 1), '\t')
  const tunnel = pairs.has('Recordtype')
  if (!tunnel && !(pairs.get('product') === 'NSS' && pairs.has('event_id'))) return undefined
  pairs.set('datetime', text.slice(0, tab))
  return read(tunnel ? 'tunnel' : 'web', Object.fromEntries(pairs), context)
}

export const parser: Parser = {
  name: 'zscaler-zia',
  reads:
    'Zscaler Internet Access: feeds of web, firewall, DNS, tunnel, audit and endpoint DLP, as JSON or between tabs',
  version: 1,
  clues: [{ json: ['sourcetype', 'event'] }, { first: '0123456789', next: '-/ ' }],
  rank: 1,
  parse,
  samples: [
    '{"sourcetype":"zscalernss-web","event":{"datetime":"Tue Mar 10 12:00:00 2026","tz":"GMT","action":"Blocked","recordid":"7","reason":"Not allowed to browse this category","proto":"HTTPS","login":"anna@example.org","cltip":"10.0.0.7","serverip":"203.0.113.9","host":"www.example.org","reqmethod":"GET","respcode":"403","b64url":"d3d3LmV4YW1wbGUub3JnL2E/Yj0x","rulelabel":"strict"}}',
    '{"sourcetype":"zscalernss-fw","event":{"datetime":"Tue Mar 10 12:00:00 2026","tz":"GMT","user":"anna%40example.org","csip":"10.0.0.7","csport":"51000","sdip":"203.0.113.9","sdport":"443","action":"Allow","nwsvc":"HTTPS","proto":"TCP","inbytes":"3367","outbytes":"5894","durationms":"340","recordid":"8","rulelabel":"Default%20Rule"}}',
    '2026-03-10 12:00:00\treason=Allowed\tevent_id=9\tprotocol=HTTPS\taction=Allowed\tserverip=203.0.113.9\trequestmethod=GET\tproduct=NSS\tClientIP=10.0.0.7\tstatus=200\tuser=anna@example.org\turl=www.example.org/a',
  ],
}
