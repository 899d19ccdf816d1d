import { createFields } from '../create-fields.ts'
import { setQuestion } from '../dns/set-dns.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const LEVEL = /^\[(INFO|ERROR|WARNING|DEBUG|FATAL|PANIC)\] /
const IANA: Readonly<Record<string, string>> = { udp: '17', tcp: '6' }
const NO_ANSWER = new Set(['NXDOMAIN', 'SERVFAIL', 'REFUSED', 'FORMERR', 'NOTIMP'])

/** `[INFO] 10.0.0.7:53202 - 17 "A IN example.org. udp 48 false 1232" NOERROR qr,rd,ra 174 0.0001s`, a time in front at will. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const open = text.charCodeAt(0) === 0x5b ? 0 : text.slice(0, 48).indexOf('[')
  const level = open < 0 ? null : LEVEL.exec(text.slice(open, open + 12))
  if (!level?.[1]) return undefined
  const time = open > 0 ? parseIsoTime(text.slice(0, open).trim(), context) : undefined
  if (open > 0 && time === undefined) return undefined
  const rest = text.slice(open + level[0].length)
  const fields = createFields()
  fields['event.module'] = 'coredns'
  fields['event.dataset'] = 'coredns.log'
  fields['log.level'] = level[1].toLowerCase()
  fields['network.protocol'] = 'dns'
  if (rest.startsWith('plugin/')) {
    const failed = /^plugin\/errors: (\d{1,3}) (\S{1,255}) ([A-Z]\w{0,15}): /.exec(rest.slice(0, 300))
    fields.message = rest
    fields['coredns.log.plugin'] = rest.slice(7, Math.max(7, rest.indexOf(':')))
    if (failed?.[2]) {
      fields['dns.response_code'] = failed[1] ?? ''
      setQuestion(fields, failed[2], failed[3])
      fields['event.reason'] = rest.slice(failed[0].length)
      fields['event.outcome'] = 'failure'
    }
    return { time, fields }
  }
  const quote = rest.indexOf(' "')
  const close = quote < 0 ? -1 : rest.indexOf('" ', quote + 2)
  if (close < 0 || quote > 100) return undefined
  const [client = '', dash, id = ''] = rest.slice(0, quote).split(' ', 3)
  const colon = client.lastIndexOf(':')
  const [type = '', queryClass = '', ...question] = rest.slice(quote + 2, close).split(' ', 12)
  const [size, dnssec, buffer] = question.slice(-3)
  const protocol = question.at(-4)
  const [code = '', flags = '', answer = '', seconds = '', opcode] = rest.slice(close + 2).split(' ', 6)
  if (dash !== '-' || colon < 1 || protocol === undefined || !seconds.endsWith('s')) return undefined
  setPeer(
    fields,
    'source',
    client.slice(0, colon).replace(/^\[(.*)\]$/, '$1'),
    wholeNumber(client.slice(colon + 1)),
  )
  setQuestion(fields, question.slice(0, -4).join(' '), type, queryClass)
  fields['dns.id'] = id
  fields['dns.response_code'] = code
  fields['dns.header_flags'] = flags
    .toUpperCase()
    .split(',', 16)
    .filter((flag) => flag !== 'QR' && flag !== '')
  if (opcode) fields['dns.op_code'] = opcode.replaceAll('"', '')
  fields['network.transport'] = protocol
  const number = IANA[protocol]
  if (number !== undefined) fields['network.iana_number'] = number
  const sent = wholeNumber(size ?? '')
  const received = wholeNumber(answer)
  if (sent !== undefined) fields['source.bytes'] = sent
  if (received !== undefined) fields['destination.bytes'] = received
  if (sent !== undefined && received !== undefined) fields['network.bytes'] = sent + received
  fields['coredns.log.dnssec_ok'] = dnssec === 'true'
  const bufferSize = wholeNumber(buffer ?? '')
  if (bufferSize !== undefined) fields['coredns.log.buffer_size'] = bufferSize
  const duration = Number(seconds.slice(0, -1))
  if (Number.isFinite(duration)) fields['event.duration'] = Math.round(duration * 1e9)
  fields['event.outcome'] = NO_ANSWER.has(code) ? 'failure' : 'success'
  return { time, fields }
}

export const parser: Parser = {
  name: 'coredns',
  reads: 'log of CoreDNS: queries in the common and combined format, errors of plugins',
  version: 1,
  clues: [
    ...['INFO', 'ERROR', 'WARNING', 'DEBUG'].map((level) => ({ prefix: `[${level}] ` })),
    { first: '2', run: 4, next: '-' },
  ],
  parse,
  samples: [
    '[INFO] 10.0.0.7:53202 - 17 "A IN www.example.org. udp 48 false 1232" NOERROR qr,aa,rd 174 0.000150566s "0"',
    '[ERROR] plugin/errors: 2 www.example.org. A: dial tcp 203.0.113.9:853: i/o timeout',
  ],
}
