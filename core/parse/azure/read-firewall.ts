import type { Fields } from '../../event/event.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'

const WEB = new Set(['http', 'https', 'mssql'])

/** What stands between two marks, or after the first to the end. */
function between(text: string, from: string, to: string): string | undefined {
  const start = text.indexOf(from)
  if (start < 0) return undefined
  const end = text.indexOf(to, start + from.length)
  return text.slice(start + from.length, end < 0 ? text.length : end).trim()
}

function setProtocol(fields: Fields, protocol: string): void {
  const name = protocol.trim().toLowerCase()
  if (WEB.has(name)) fields['network.protocol'] = name
  else if (name.startsWith('icmp')) fields['network.transport'] = 'icmp'
  else setTransport(fields, name)
}

function setVerdict(fields: Fields, action: string): void {
  const word = action.toLowerCase()
  if (word.startsWith('deny') || word.startsWith('block') || word.startsWith('drop'))
    fields['event.type'] = ['connection', 'denied']
  else if (word.startsWith('allow') || word.startsWith('accept') || word.startsWith('match'))
    fields['event.type'] = ['connection', 'allowed']
}

/**
 * `TCP request from A:1 to B:2. Action: Deny. Policy: P. Rule Collection Group: G. Rule Collection: C. Rule: R`, or
 * `.. was DNAT'ed to C:3`, or with a URL, a reason or a feed of threats.
 */
function readMessage(fields: Fields, message: string): void {
  const request = message.indexOf(' request from ')
  if (request < 1) return
  const kind = message.slice(0, request)
  setProtocol(fields, kind.slice(0, kind.indexOf(' ') < 0 ? undefined : kind.indexOf(' ')))
  const rest = message.slice(request + ' request from '.length)
  const space = rest.indexOf(' ')
  if (space < 0) return
  setEnd(fields, 'source', rest.slice(0, space))
  const target = /^ to (\S+)/.exec(rest.slice(space, space + 600))?.[1]
  if (target !== undefined) setEnd(fields, 'destination', target.replace(/[.,]$/, ''))
  const nat = between(rest, "DNAT'ed to ", '. ')
  if (nat !== undefined) {
    const colon = nat.lastIndexOf(':')
    fields['destination.nat.ip'] = colon < 0 ? nat : nat.slice(0, colon)
    if (colon > 0) setNumber(fields, 'destination.nat.port', nat.slice(colon + 1))
  }
  setText(fields, 'url.original', between(rest, 'Url: ', '. Action')?.replace(/\.$/, ''))
  const action = between(rest, 'Action: ', '.')
  if (action !== undefined) setVerdict(fields, action)
  setText(fields, 'rule.ruleset', between(rest, 'Rule Collection: ', '. '))
  setText(fields, 'rule.name', between(rest, '. Rule: ', '\n') ?? between(rest, 'ThreatIntel: ', '\n'))
  setText(fields, 'azure.firewall.policy', between(rest, 'Policy: ', '. '))
  const reason = rest.indexOf('No rule matched')
  if (reason >= 0) fields['event.reason'] = rest.slice(reason).trim()
}

/** `DNS Request: 10.0.0.7:61248 - 6513 A IN www.example.org. udp 43 false 512 NOERROR qr,rd,ra 145 0.0028s` */
function readDnsMessage(fields: Fields, message: string): void {
  const [client, , id, type, kind, name, transport, size, , , code, flags, answer] = message
    .slice('DNS Request: '.length)
    .split(' ', 14)
  setEnd(fields, 'source', client)
  setText(fields, 'dns.id', id)
  setText(fields, 'dns.question.type', type)
  setText(fields, 'dns.question.class', kind)
  setText(fields, 'dns.question.name', name?.replace(/\.$/, ''))
  setTransport(fields, transport)
  setNumber(fields, 'source.bytes', size)
  setText(fields, 'dns.response_code', code)
  if (flags) fields['dns.header_flags'] = flags.toUpperCase().split(',', 10)
  setNumber(fields, 'destination.bytes', answer)
}

/** Columns of the structured logs (`AZFW..`). */
function readColumns(fields: Fields, row: JsonObject): void {
  setEnd(fields, 'source', row.SourceIp ?? row.SourceIP, row.SourcePort)
  setEnd(
    fields,
    'destination',
    row.DestinationIp ?? row.DestinationIP ?? row.Fqdn,
    row.DestinationPort ?? row.TargetPort,
  )
  const protocol = textOf(row.Protocol)
  if (protocol !== undefined) setProtocol(fields, protocol)
  setText(fields, 'destination.nat.ip', row.TranslatedIp)
  setNumber(fields, 'destination.nat.port', row.TranslatedPort)
  setText(fields, 'event.action', row.Action)
  setText(fields, 'event.reason', row.ActionReason)
  setText(fields, 'rule.name', row.Rule)
  setText(fields, 'rule.ruleset', row.RuleCollection)
  setText(fields, 'rule.id', row.SignatureId)
  setText(fields, 'rule.description', row.Description ?? row.ThreatDescription)
  setText(fields, 'rule.category', row.Category)
  setText(fields, 'url.original', row.TargetUrl)
  setText(fields, 'message', row.Message)
  const name = textOf(row.QueryName)
  if (name === undefined) return
  setText(fields, 'dns.question.name', name)
  setText(fields, 'dns.question.type', row.QueryType)
  setText(fields, 'dns.question.class', row.QueryClass)
  setText(fields, 'dns.response_code', row.ResponseCode)
  setText(fields, 'dns.id', row.QueryId)
  fields['dns.type'] = 'query'
  const flags = textOf(row.ResponseFlags)
  if (flags !== undefined) fields['dns.header_flags'] = flags.toUpperCase().split(',', 10)
  setText(fields, 'error.id', row.ErrorNumber)
  setText(fields, 'error.message', row.ErrorMessage)
}

/** Azure Firewall: text messages of the older categories, columns of the newer ones. */
export function readFirewall(fields: Fields, { properties }: JsonObject): void {
  const row = objectOf(properties)
  fields['observer.vendor'] = 'Azure'
  fields['observer.product'] = 'Network Firewall'
  fields['observer.type'] = 'firewall'
  setText(fields, 'observer.name', fields['azure.resource.name'])
  const message = textOf(row.msg)
  if (message === undefined) readColumns(fields, row)
  else {
    fields.message = message
    if (message.startsWith('DNS Request: ')) readDnsMessage(fields, message)
    else readMessage(fields, message)
  }
  fields['event.category'] = ['network']
  fields['event.type'] ??= ['connection']
}
