import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { setUrl } from '../web/set-url.ts'

function setSide(fields: Fields, side: 'source' | 'destination', network: JsonObject): void {
  const prefix = side === 'source' ? 'Source' : 'Destination'
  const ips = [network[`${prefix}IpV4`], network[`${prefix}IpV6`]]
    .map(textOf)
    .filter((ip) => ip !== undefined)
  if (ips.length > 0) fields[`${side}.ip`] = ips.length === 1 ? (ips[0] ?? '') : ips
  setNumber(fields, `${side}.port`, network[`${prefix}Port`])
  setText(fields, `${side}.domain`, network[`${prefix}Domain`])
  setText(fields, `${side}.mac`, textOf(network[`${prefix}Mac`])?.replaceAll(':', '-').toUpperCase())
}

function setNetwork(fields: Fields, network: JsonObject): void {
  setSide(fields, 'source', network)
  setSide(fields, 'destination', network)
  setText(fields, 'network.protocol', textOf(network.Protocol)?.toLowerCase())
  const direction = textOf(network.Direction)
  if (direction !== undefined)
    fields['network.direction'] = direction.startsWith('IN') ? 'inbound' : 'outbound'
}

function setProcess(fields: Fields, process: JsonObject): void {
  setText(fields, 'process.name', process.Name)
  setText(fields, 'process.executable', process.Path)
  setNumber(fields, 'process.pid', process.Pid)
  setNumber(fields, 'process.parent.pid', process.ParentPid)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || textOf(json.ProductArn) === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, 'aws.securityhub_findings', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.securityhub_findings'
  fields['cloud.provider'] = 'aws'
  setText(fields, 'cloud.account.id', json.AwsAccountId)
  setText(fields, 'cloud.region', json.Region)
  setText(fields, 'event.id', json.Id)
  setText(fields, 'event.action', textOf(objectOf(json.Action).ActionType)?.toLowerCase())
  setText(fields, 'message', json.Description)
  setText(fields, 'rule.name', json.Title)
  setText(fields, 'rule.id', json.GeneratorId)
  const severity = objectOf(json.Severity)
  setText(fields, 'log.level', textOf(severity.Label)?.toLowerCase())
  const normalized = numberOf(severity.Normalized)
  if (normalized !== undefined) fields['event.severity'] = normalized
  setNetwork(fields, objectOf(json.Network))
  setProcess(fields, objectOf(json.Process))
  const vulnerabilities = listOf(json.Vulnerabilities)
    .slice(0, 200)
    .map((one) => textOf(objectOf(one).Id))
  const ids = vulnerabilities.filter((id) => id !== undefined)
  if (ids.length > 0) fields['vulnerability.id'] = ids.length === 1 ? (ids[0] ?? '') : ids
  const url = textOf(json.SourceUrl)
  if (url?.startsWith('http')) {
    setUrl(fields, url)
    fields['url.full'] = url
  }
  const resource = objectOf(json.Resources)
  setText(fields, 'cloud.instance.id', resource.Type === 'AwsEc2Instance' ? resource.Id : undefined)
  return { time: parseAnyTime(json.CreatedAt ?? json.UpdatedAt, context), fields }
}

export const parser: Parser = {
  name: 'aws-security-hub',
  reads: 'findings in the AWS Security Finding Format: Security Hub, Inspector, Macie and partners',
  version: 1,
  clues: [{ json: ['ProductArn', 'AwsAccountId'] }],
  parse,
  samples: [
    '{"SchemaVersion":"2018-10-08","Id":"eu-west-1/123456789012/f1","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/guardduty","GeneratorId":"g1","AwsAccountId":"123456789012","Types":["TTPs/Initial Access"],"CreatedAt":"2026-03-10T12:00:00.9Z","UpdatedAt":"2026-03-10T12:00:01Z","Severity":{"Label":"HIGH","Normalized":70},"Title":"Port probe","Description":"An open port is being probed.","Action":{"ActionType":"PORT_PROBE"},"Network":{"Direction":"IN","Protocol":"TCP","SourceIpV4":"203.0.113.5","SourcePort":40022,"DestinationIpV4":"10.0.0.7","DestinationPort":22}}',
    '{"SchemaVersion":"2018-10-08","Id":"c1","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","AwsAccountId":"123456789012","CreatedAt":"2026-03-10T12:00:00Z","Severity":{"Label":"LOW"},"Title":"S3.1","Description":"d","Compliance":{"Status":"FAILED"},"Resources":[{"Type":"AwsS3Bucket","Id":"arn:aws:s3:::b"}]}',
  ],
}
