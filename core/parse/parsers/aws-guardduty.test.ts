import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-guardduty.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [network = '', call = ''] = parser.samples

it('reads who came from where', () => {
  expect(parseLine(network, 'auto', context).fields).toMatchObject({
    'event.dataset': 'aws.guardduty',
    'event.severity': 2,
    'event.action': 'NETWORK_CONNECTION',
    'rule.name': 'UnauthorizedAccess:EC2/SSHBruteForce',
    'rule.category': 'UnauthorizedAccess',
    'rule.ruleset': 'UnauthorizedAccess:EC2',
    'source.ip': '203.0.113.5',
    'source.port': 40_022,
    'destination.ip': '10.0.0.7',
    'destination.port': 22,
    'cloud.instance.id': 'i-0c3',
  })
})

it('turns the ends round when the machine called out', () => {
  const out = network.replace('INBOUND', 'OUTBOUND')
  expect(parseLine(out, 'auto', context).fields).toMatchObject({
    'destination.ip': '203.0.113.5',
    'source.ip': '10.0.0.7',
    'network.direction': 'outbound',
  })
})

it('reads calls', () => {
  expect(parseLine(call, 'auto', context).fields).toMatchObject({
    'user.name': 'anna',
    'service.name': 's3.amazonaws.com',
    'source.ip': '198.51.100.9',
  })
})
