import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-route53.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [resolver = '', zone = ''] = parser.samples

it('reads queries of the resolver', () => {
  expect(parseLine(resolver, 'auto', context).fields).toMatchObject({
    'event.dataset': 'aws.route53_resolver_logs',
    'event.outcome': 'success',
    'dns.question.name': 'www.example.org',
    'dns.question.type': 'A',
    'dns.answers.data': ['192.0.2.80'],
    'dns.resolved_ip': ['192.0.2.80'],
    'source.ip': '10.0.0.7',
    'source.port': 48_701,
    'network.transport': 'udp',
    'cloud.instance.id': 'i-0c3',
  })
})

it('reads queries of public zones', () => {
  expect(parseLine(zone, 'auto', context).fields).toMatchObject({
    'event.dataset': 'aws.route53_public_logs',
    'event.outcome': 'failure',
    'dns.question.name': 'bad.example.org',
    'source.ip': '192.0.2.53',
    'aws.route53.edge_location': 'AMS1',
  })
})

it('says when the DNS firewall blocked', () => {
  const blocked = resolver.replace('"rcode"', '"firewall_rule_action":"BLOCK","rcode"')
  expect(parseLine(blocked, 'auto', context).fields).toMatchObject({
    'event.action': 'BLOCK',
    'event.type': ['protocol', 'denied'],
  })
})
