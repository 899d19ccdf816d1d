import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-network-firewall.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [alert = '', flow = ''] = parser.samples

it('reads alerts and flows', () => {
  expect(parseLine(alert, 'auto', context).fields).toMatchObject({
    'event.kind': 'alert',
    'event.type': ['connection', 'denied'],
    'rule.name': 'no such domain',
    'destination.port': 443,
    'cloud.region': 'eu-west-1',
    'tls.client.server_name': 'bad.example.org',
  })
  expect(parseLine(flow, 'auto', context).fields).toMatchObject({
    'network.bytes': 78,
    'network.transport': 'udp',
  })
})
