import type { Fields } from '../../event/event.ts'
import { setAnswers, setQuery } from '../aws/read-dns.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNetworkType } from '../cloud/set-network-type.ts'
import { setText } from '../cloud/set-text.ts'
import { setTransport } from '../cloud/set-transport.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

function start(dataset: string): Fields {
  const fields = createFields()
  fields['event.module'] = 'aws'
  fields['event.dataset'] = dataset
  fields['cloud.provider'] = 'aws'
  fields['network.protocol'] = 'dns'
  return fields
}

/** Resolver query logging, with what the DNS Firewall did. */
function readResolver(json: JsonObject): Parsed | undefined {
  const stamp = textOf(json.query_timestamp)
  const time = stamp === undefined ? undefined : parseIsoTime(stamp, 0)
  if (time === undefined) return undefined
  const fields = start('aws.route53_resolver_logs')
  flattenJson(fields, 'aws.route53', json)
  setText(fields, 'cloud.account.id', json.account_id)
  setText(fields, 'cloud.region', json.region)
  setText(fields, 'cloud.instance.id', objectOf(json.srcids).instance)
  setEnd(fields, 'source', json.srcaddr, json.srcport)
  setNetworkType(fields)
  setTransport(fields, json.transport)
  setQuery(fields, json.query_name, json.query_type, json.rcode)
  setText(fields, 'dns.question.class', json.query_class)
  setAnswers(fields, json.answers)
  setText(fields, 'event.action', json.firewall_rule_action)
  setText(fields, 'rule.ruleset', json.firewall_rule_group_id)
  setText(fields, 'rule.id', json.firewall_domain_list_id)
  if (json.firewall_rule_action === 'BLOCK') fields['event.type'] = ['protocol', 'denied']
  return { time, fields }
}

/** `1.0 TIME ZONE NAME TYPE CODE PROTOCOL EDGE RESOLVER SUBNET` */
function readPublic(text: string): Parsed | undefined {
  const columns = text.split(' ', 12)
  const [version, stamp, zone, name, type, code, protocol, edge, resolver, subnet] = columns
  const time = parseIsoTime(stamp ?? '', 0)
  if (time === undefined || resolver === undefined || columns.length > 11) return undefined
  const fields = start('aws.route53_public_logs')
  setText(fields, 'aws.route53.version', version)
  setText(fields, 'aws.route53.hosted_zone_id', zone)
  setText(fields, 'aws.route53.edge_location', edge)
  setText(fields, 'aws.route53.edns_client_subnet', subnet)
  setQuery(fields, name, type, code)
  setTransport(fields, protocol)
  setEnd(fields, 'source', resolver)
  setNetworkType(fields)
  return { time, fields }
}

export const parser: Parser = {
  name: 'aws-route53',
  reads: 'DNS queries of Route 53: resolver (JSON) and public zones (text)',
  version: 1,
  clues: [{ json: ['query_timestamp', 'query_name'] }, { prefix: '1.0 2' }],
  parse: ({ text, json }: Line) => (json === undefined ? readPublic(text) : readResolver(json)),
  samples: [
    '{"version":"1.100000","account_id":"123456789012","region":"eu-west-1","vpc_id":"vpc-0a1","query_timestamp":"2026-03-10T12:00:00Z","query_name":"www.example.org.","query_type":"A","query_class":"IN","rcode":"NOERROR","answers":[{"Rdata":"192.0.2.80","Type":"A","Class":"IN"}],"srcaddr":"10.0.0.7","srcport":"48701","transport":"UDP","srcids":{"instance":"i-0c3"}}',
    '1.0 2026-03-10T12:00:00.342Z Z0123 bad.example.org A NXDOMAIN UDP AMS1 192.0.2.53 203.0.113.0/24',
  ],
}
