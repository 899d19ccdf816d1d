import type { Fields } from '../../event/event.ts'
import { text } from '../fields/field-setters.ts'
import { isObject } from '../json/flatten-json.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'
import { setPeer } from '../text/set-peer.ts'

const OWN = 'cyberarkpas.audit'
const SEVERITIES: Readonly<Record<string, number>> = { Info: 2, Warning: 4, Error: 7, Critical: 10 }

/** Messages that many words exist for. */
const ACTIONS: Readonly<Record<string, string>> = {
  4: 'authentication_failure',
  7: 'authentication_success',
  309: 'authentication_failure',
}

const read = createProductReader({
  prefix: OWN,
  dataset: OWN,
  constants: { 'event.kind': 'event' },
  times: ['IsoTimestamp'],
  map: {
    MessageID: text('event.code'),
    Desc: (fields, value) => {
      fields['event.action'] = String(value).toLowerCase()
      fields.message ??= String(value)
    },
    Severity: (fields, value) => {
      fields['log.level'] = String(value).toLowerCase()
      const severity = SEVERITIES[String(value)]
      if (severity !== undefined) fields['event.severity'] = severity
    },
    Vendor: text('observer.vendor'),
    Product: text('observer.product'),
    Version: text('observer.version'),
    Hostname: (fields, value) => {
      text('observer.hostname')(fields, value)
      text('host.name')(fields, value)
    },
    File: text('file.path'),
    Issuer: text('user.name'),
  },
  finish,
})

/** What ECS calls target and destination is apart: accounts of the vault, and those that it keeps. */
function finish(fields: Fields, json: JsonObject): void {
  const extra = extraOf(json)
  const account = accountOf(json)
  const one = (...values: readonly unknown[]) =>
    values.find((value) => typeof value === 'string' && value !== '')
  const from = one(extra.get('SrcHost'), json.Station)
  const gateway = one(json.GatewayStation)
  const to = one(extra.get('DstHost'), extra.get('address'), account.get('Address'), gateway)
  if (typeof from === 'string') setPeer(fields, 'source', from)
  if (typeof to === 'string') setPeer(fields, 'destination', to)
  setDirection(fields)
  setReason(fields, json.Reason)
  const kept = one(extra.get('User'), extra.get('username'), account.get('UserName'))
  const issuer = json.Issuer
  if (typeof kept === 'string' && typeof issuer === 'string') {
    fields['source.user.name'] = issuer
    fields['destination.user.name'] = kept
    fields['user.target.name'] = kept
  }
  const { SourceUser: source, TargetUser: target } = json
  if (typeof source === 'string' && source !== '') fields['user.target.name'] = source
  const action = ACTIONS[printScalar(json.MessageID)]
  if (action !== undefined) fields['event.action'] = action
  if (typeof target === 'string' && target !== '') fields['user.target.name'] = target
  const protocol = extra.get('Protocol')
  if (protocol !== undefined) fields['network.application'] = protocol.toLowerCase()
  const [hours, minutes, seconds] = (extra.get('SessionDuration') ?? '').split(':', 3).map(Number)
  const duration = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (duration > 0) fields['event.duration'] = duration * 1e9
}

function setReason(fields: Fields, reason: unknown): void {
  if (typeof reason !== 'string' || reason === '') return
  const at = reason.indexOf('Error: ')
  fields['event.reason'] = (at < 0 ? reason : reason.slice(at + 7)).trim()
}

function extraOf({ ExtraDetails: extra }: JsonObject): Map<string, string> {
  return typeof extra === 'string' ? readPairs(extra, ';') : new Map()
}

/** Properties of the account that was used: a list of names and values. */
function accountOf({ CAProperties: properties }: JsonObject): Map<string, string> {
  const list = isObject(properties) ? properties.CAProperty : undefined
  const account = new Map<string, string>()
  for (const one of Array.isArray(list) ? list.slice(0, 100) : []) {
    if (isObject(one) && typeof one.Name === 'string' && typeof one.Value === 'string')
      account.set(one.Name, one.Value)
  }
  return account
}

const isInside = (ip: string): boolean =>
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(ip)

function setDirection(fields: Fields): void {
  const from = fields['source.ip']
  const to = fields['destination.ip']
  if (typeof from !== 'string' || typeof to !== 'string' || !isIp(to)) return
  const inside = [isInside(from), isInside(to)]
  if (inside[0] === inside[1]) fields['network.direction'] = inside[0] ? 'internal' : 'external'
  else fields['network.direction'] = inside[0] ? 'outbound' : 'inbound'
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const record = json && isObject(json.syslog) ? json.syslog.audit_record : undefined
  return isObject(record) && 'MessageID' in record ? read(record, context) : undefined
}

export const parser: Parser = {
  name: 'cyberark-pas',
  reads: 'audit records of the CyberArk vault, as its translator for Elastic writes them',
  version: 1,
  clues: [{ json: ['syslog', 'format'] }],
  parse,
  samples: [
    '{"format":"elastic","version":"1.0","syslog":{"audit_record":{"IsoTimestamp":"2026-03-10T12:00:00Z","Hostname":"VAULT","Vendor":"Cyber-Ark","Product":"Vault","MessageID":"302","Desc":"PSM Disconnect","Severity":"Info","Issuer":"anna","Station":"10.0.0.7","ExtraDetails":"DstHost=192.0.2.9;Protocol=SSH;SessionDuration=00:01:05;SrcHost=10.0.0.7;User=root;","CAProperties":{"CAProperty":[{"Name":"UserName","Value":"root"}]}}}}',
    '{"format":"elastic","version":"1.0","syslog":{"audit_record":{"IsoTimestamp":"2026-03-10T12:00:00Z","Hostname":"VAULT","MessageID":"4","Desc":"User Authentication","Severity":"Error","Issuer":"bert","Station":"10.0.0.8","Reason":"Code: 7, Error: wrong password"}}}',
  ],
}
