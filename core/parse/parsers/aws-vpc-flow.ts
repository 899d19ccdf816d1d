import type { Fields } from '../../event/event.ts'
import { setFlow } from '../aws/set-flow.ts'
import { LAYOUTS } from '../aws/vpc-layouts.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

const MAX_COLUMNS = 60
const STATUSES = new Set(['OK', 'NODATA', 'SKIPDATA'])
const ACTIONS = new Set(['ACCEPT', 'REJECT'])

type Row = Map<string, unknown>

/** Names with hyphens, also where a converter made underscores of them. */
function ofJson(json: JsonObject): Row {
  const row: Row = new Map()
  for (const name in json) {
    if (row.size >= MAX_COLUMNS) break
    row.set(name.replaceAll('_', '-').toLowerCase(), json[name])
  }
  return row
}

/** A layout fits when what can be told by its look stands in its place. */
function fits(layout: readonly string[], values: readonly string[]): boolean {
  return values.every((value, at) => {
    const name = layout[at]
    if (name === undefined || value === '-') return name !== undefined
    if (STATUSES.has(value) || name === 'log-status') return STATUSES.has(value) && name === 'log-status'
    if (ACTIONS.has(value) || name === 'action') return ACTIONS.has(value) && name === 'action'
    if (value.startsWith('eni-')) return name === 'interface-id'
    if (name === 'srcaddr' || name === 'dstaddr') return isIp(value)
    return true
  })
}

/** Ports and protocol follow the addresses in every order that AWS shows. */
function setPorts(row: Row, [from, to, protocol]: readonly string[]): void {
  const isPort = (value: string | undefined): boolean => /^\d{1,5}$/.test(value ?? '')
  if (!isPort(from) || !isPort(to)) return
  row.set('srcport', from)
  row.set('dstport', to)
  if (/^\d{1,3}$/.test(protocol ?? '')) row.set('protocol', protocol)
}

/** A format of one's own: what can be told by its look alone. */
function byLook(values: readonly string[]): Row {
  const row: Row = new Map()
  const set = (name: string, value: string): void => {
    if (!row.has(name)) row.set(name, value)
  }
  for (const [at, value] of values.entries()) {
    if (value.startsWith('eni-')) set('interface-id', value)
    else if (value.startsWith('vpc-')) set('vpc-id', value)
    else if (value.startsWith('subnet-')) set('subnet-id', value)
    else if (value.startsWith('i-')) set('instance-id', value)
    else if (ACTIONS.has(value)) set('action', value)
    else if (STATUSES.has(value)) set('log-status', value)
    else if (value === 'ingress' || value === 'egress') set('flow-direction', value)
    else if (isIp(value)) {
      if (row.has('srcaddr') && !row.has('dstaddr')) setPorts(row, values.slice(at + 1, at + 4))
      set(row.has('srcaddr') ? 'dstaddr' : 'srcaddr', value)
    } else if (/^\d{12}$/.test(value)) set('account-id', value)
    else if (/^1\d{9}$/.test(value)) set(row.has('start') ? 'end' : 'start', value)
  }
  return row
}

function ofText(text: string): Row | undefined {
  if (!/^[2-9] /.test(text.slice(0, 2)) || !(text.includes(' eni-') || text.includes(' vpc-')))
    return undefined
  const values = text.split(' ', MAX_COLUMNS)
  if (values.length < 8) return undefined
  const layout = LAYOUTS.find((one) => fits(one, values))
  if (layout === undefined) return byLook(values)
  return new Map(values.flatMap((value, at) => (value === '-' ? [] : [[layout[at] ?? '', value] as const])))
}

function keep(fields: Fields, row: Row): void {
  for (const [name, value] of row) setText(fields, `aws.vpcflow.${name.replaceAll('-', '_')}`, value)
}

function parse({ text, json }: Line): Parsed | undefined {
  const row = json === undefined ? ofText(text) : ofJson(json)
  if (row === undefined || !(row.has('srcaddr') || row.has('log-status') || row.has('interface-id')))
    return undefined
  const fields = createFields()
  keep(fields, row)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.vpcflow'
  fields['cloud.provider'] = 'aws'
  return { time: setFlow(fields, (name) => row.get(name)), fields }
}

export const parser: Parser = {
  name: 'aws-vpc-flow',
  reads:
    'VPC flow logs of AWS, versions 2 to 8: default and documented column orders, others by their look, JSON',
  version: 1,
  clues: [{ first: '23456789' }, { json: ['srcaddr', 'dstaddr', 'action'] }],
  rank: 1,
  parse,
  samples: [
    '2 123456789012 eni-0a1b2c3d4e5f60718 203.0.113.5 10.0.0.7 40022 22 6 12 840 1773144000 1773144060 REJECT OK',
    '5 123456789012 eni-0a1b2c3d4e5f60718 10.0.0.7 198.51.100.9 50123 443 6 9 1200 1773144000 1773144060 ACCEPT OK vpc-0a1 subnet-0b2 i-0c3 19 IPv4 10.0.0.7 198.51.100.9 eu-west-1 euw1-az1 - - - - egress 8',
    '{"version":"2","account_id":"123456789012","interface_id":"eni-0a1","srcaddr":"203.0.113.5","dstaddr":"10.0.0.7","srcport":40022,"dstport":22,"protocol":6,"packets":12,"bytes":840,"start":1773144000,"end":1773144060,"action":"REJECT","log_status":"OK"}',
  ],
}
