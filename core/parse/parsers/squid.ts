import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'
import { setUrl } from '../web/set-url.ts'

const STAMP = /^1\d{9}\.\d{3}$/
const RESULT = /^([A-Z][A-Z_]{2,40})\/(\d{3})$/
const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 }

/** `time elapsed client result/status bytes method URL user hierarchy/peer type`, elapsed padded with blanks. */
function parse({ text }: Line): Parsed | undefined {
  if (text.charCodeAt(10) !== 0x2e || !STAMP.test(text.slice(0, 14))) return undefined
  const [stamp = '', elapsed = '', client = '', result = '', bytes = '', method = '', ...rest] = text
    .slice(0, 16_384)
    .split(' ', 1_000)
    .filter((word) => word !== '')
  const outcome = RESULT.exec(result)
  const duration = wholeNumber(elapsed.replace('-', ''))
  if (!STAMP.test(stamp) || !outcome?.[1] || duration === undefined) return undefined
  // Blanks in a URL are never encoded by those who attack: the last three words are sure.
  const isEnd = (word: string | undefined) => word?.includes('/') || word === '-'
  const end = rest.length >= 4 && isEnd(rest.at(-2)) ? rest.length - 3 : rest.length - 2
  if (end < 1) return undefined
  const [user = '-', hierarchy = '-', type = '-'] = rest.slice(end)
  const fields = createFields()
  fields['event.module'] = 'squid'
  fields['event.dataset'] = 'squid.log'
  fields['observer.vendor'] = 'Squid'
  fields['observer.product'] = 'Squid'
  fields['observer.type'] = 'proxy'
  fields['network.direction'] = 'egress'
  fields['event.duration'] = duration * 1_000_000
  fields['squid.result_code'] = outcome[1]
  setPeer(fields, 'source', client)
  if (outcome[1].startsWith('TCP_')) fields['network.transport'] = 'tcp'
  if (outcome[1].startsWith('UDP_')) fields['network.transport'] = 'udp'
  const status = Number(outcome[2])
  fields['squid.status_code'] = status
  fields['http.response.status_code'] = status
  const size = wholeNumber(bytes)
  if (size !== undefined) {
    fields['destination.bytes'] = size
    fields['http.response.bytes'] = size
  }
  if (method !== 'NONE') fields['http.request.method'] = method
  if (user !== '-') {
    fields['source.user.name'] = user
    fields['user.name'] = user
  }
  if (type !== '-') {
    fields['squid.content_type'] = type
    fields['http.response.mime_type'] = type
  }
  setPeerOf(fields, hierarchy)
  setRequest(fields, method, rest.slice(0, end).join(' '))
  const denied = outcome[1].includes('DENIED')
  fields['event.action'] = outcome[1].toLowerCase()
  fields['event.outcome'] = denied || status >= 400 ? 'failure' : 'success'
  return { time: parseEpochTime(Number(stamp)), fields }
}

/** `HIER_DIRECT/203.0.113.9`: how the answer was fetched, and from whom. */
function setPeerOf(fields: Fields, hierarchy: string): void {
  const slash = hierarchy.indexOf('/')
  if (slash < 0) return
  fields['squid.peer_status'] = hierarchy.slice(0, slash)
  setPeer(fields, 'destination', hierarchy.slice(slash + 1))
}

function setRequest(fields: Fields, method: string, url: string): void {
  fields['url.original'] = url
  if (method === 'CONNECT') {
    const colon = url.lastIndexOf(':')
    const port = wholeNumber(url.slice(colon + 1))
    const host = colon > 0 ? url.slice(0, colon) : url
    if (port !== undefined) fields['destination.port'] = port
    if (!isIp(host)) fields['destination.domain'] ??= host
    return
  }
  if (url.startsWith('error:')) return
  setUrl(fields, url)
  fields['url.full'] = url
  // From the cache or refused: no peer, but we know who was asked for.
  const host = fields['url.domain']
  if (typeof host === 'string') fields['destination.address'] ??= host
  const port = PORTS[String(fields['url.scheme'])]
  if (port !== undefined) fields['url.port'] ??= port
}

export const parser: Parser = {
  name: 'squid',
  reads: 'access log of Squid in its own format',
  version: 1,
  clues: [{ first: '1', run: 10, next: '.' }, { program: 'squid' }, { program: '(squid-1)' }],
  ownNames: true,
  parse,
  samples: [
    '1773144000.123    245 10.0.0.7 TCP_MISS/200 1742 GET http://www.example.org/a/b.css?v=1 anna HIER_DIRECT/203.0.113.9 text/css',
    '1773144000.123      0 10.0.0.7 TCP_DENIED/403 3980 CONNECT www.example.org:443 - HIER_NONE/- text/html',
  ],
}
