import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './google-scc.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [threat = '', setting = ''] = parser.samples

it('reads what a finding rests on', () => {
  expect(parseLine(threat, 'auto', context).fields).toMatchObject({
    'event.dataset': 'google_scc.finding',
    'rule.name': 'Persistence: New API Method',
    'rule.category': 'THREAT',
    'source.ip': '192.0.2.7',
    'user.name': 'anna@example.org',
    'threat.tactic.name': 'persistence',
    'log.level': 'low',
  })
  expect(parseLine(setting, 'auto', context).fields).toMatchObject({
    'host.name': '//storage.googleapis.com/b',
  })
})
