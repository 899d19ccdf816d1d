import type { Fields } from '../../event/event.ts'
import { setFlow } from '../aws/set-flow.ts'
import { LAYOUTS, type Layout } from '../aws/vpc-layouts.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

const MAX_COLUMNS = 60
const STATUSES = new Set(['OK', 'NODATA', 'SKIPDATA'])
const ACTIONS = new Set(['ACCEPT', 'REJECT'])
const PORT = /^\d{1,5}$/

/** Under AWS's names, also where a converter made underscores of hyphens. */
function readJson(fields: Fields, json: JsonObject): void {
  let room = MAX_COLUMNS
  for (const name in json) {
    if (room-- <= 0) break
    setText(fields, `aws.vpcflow.${name.replaceAll('-', '_').toLowerCase()}`, json[name])
  }
}

/** A layout fits when what can be told by its look stands in its place. */
function fits({ names }: Layout, values: readonly string[]): boolean {
  for (let at = 0; at < values.length; at++) {
    const name = names[at]
    const value = values[at] ?? ''
    if (name === undefined) return false
    if (value === '-') continue
    if (STATUSES.has(value) !== (name === 'log_status')) return false
    if (ACTIONS.has(value) !== (name === 'action')) return false
    if (name === 'interface_id' ? !value.startsWith('eni-') : value.startsWith('eni-')) return false
    if ((name === 'srcaddr' || name === 'dstaddr') && !isIp(value)) return false
  }
  return true
}

/** Ports and protocol follow the addresses in every order that AWS shows. */
function setPorts(fields: Fields, [from, to, protocol]: readonly string[]): void {
  if (!PORT.test(from ?? '') || !PORT.test(to ?? '')) return
  setText(fields, 'aws.vpcflow.srcport', from)
  setText(fields, 'aws.vpcflow.dstport', to)
  if (PORT.test(protocol ?? '')) setText(fields, 'aws.vpcflow.protocol', protocol)
}

/** A format of one's own: what can be told by its look alone. */
function readByLook(fields: Fields, values: readonly string[]): void {
  const set = (name: string, value: string): void => setText(fields, `aws.vpcflow.${name}`, value)
  for (const [at, value] of values.entries()) {
    if (value.startsWith('eni-')) set('interface_id', value)
    else if (value.startsWith('vpc-')) set('vpc_id', value)
    else if (value.startsWith('subnet-')) set('subnet_id', value)
    else if (value.startsWith('i-')) set('instance_id', value)
    else if (ACTIONS.has(value)) set('action', value)
    else if (STATUSES.has(value)) set('log_status', value)
    else if (value === 'ingress' || value === 'egress') set('flow_direction', value)
    else if (isIp(value)) {
      const isSecond = fields['aws.vpcflow.srcaddr'] !== undefined
      if (isSecond && fields['aws.vpcflow.dstaddr'] === undefined)
        setPorts(fields, values.slice(at + 1, at + 4))
      set(isSecond ? 'dstaddr' : 'srcaddr', value)
    } else if (/^\d{12}$/.test(value)) set('account_id', value)
    else if (/^1\d{9}$/.test(value)) set(fields['aws.vpcflow.start'] === undefined ? 'start' : 'end', value)
  }
}

function readText(fields: Fields, text: string): void {
  const values = text.split(' ', MAX_COLUMNS)
  if (values.length < 8) return
  const layout = LAYOUTS.find((one) => fits(one, values))
  if (layout === undefined) {
    readByLook(fields, values)
    return
  }
  for (let at = 0; at < values.length; at++) {
    const name = layout.fields[at]
    const value = values[at]
    if (name !== undefined && value !== undefined && value !== '-') fields[name] = value
  }
}

function parse({ text, json }: Line): Parsed | undefined {
  // A version and a blank, then an interface or a network somewhere.
  if (
    json === undefined &&
    (text.charCodeAt(1) !== 0x20 || !(text.includes(' eni-') || text.includes(' vpc-')))
  )
    return undefined
  const fields = createFields()
  if (json === undefined) readText(fields, text)
  else readJson(fields, json)
  if (fields['aws.vpcflow.srcaddr'] === undefined && fields['aws.vpcflow.log_status'] === undefined)
    return undefined
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.vpcflow'
  fields['cloud.provider'] = 'aws'
  return { time: setFlow(fields), fields }
}

export const parser: Parser = {
  name: 'aws-vpc-flow',
  reads:
    'VPC flow logs of AWS, versions 2 to 8: default and documented column orders, others by their look, JSON',
  version: 1,
  clues: [{ first: '23456789', run: 1, next: ' ' }, { json: ['srcaddr', 'dstaddr', 'action'] }],
  rank: 1,
  parse,
  samples: [
    '2 123456789012 eni-0a1b2c3d4e5f60718 203.0.113.5 10.0.0.7 40022 22 6 12 840 1773144000 1773144060 REJECT OK',
    '5 123456789012 eni-0a1b2c3d4e5f60718 10.0.0.7 198.51.100.9 50123 443 6 9 1200 1773144000 1773144060 ACCEPT OK vpc-0a1 subnet-0b2 i-0c3 19 IPv4 10.0.0.7 198.51.100.9 eu-west-1 euw1-az1 - - - - egress 8',
    '{"version":"2","account_id":"123456789012","interface_id":"eni-0a1","srcaddr":"203.0.113.5","dstaddr":"10.0.0.7","srcport":40022,"dstport":22,"protocol":6,"packets":12,"bytes":840,"start":1773144000,"end":1773144060,"action":"REJECT","log_status":"OK"}',
  ],
}
