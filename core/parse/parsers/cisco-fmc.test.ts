import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

it('reads who did what in the management center', () => {
  expect(
    parseLine(
      '<14>Mar 10 2026 12:00:00 sfdccsm: fmc01: anna@10.0.0.7, Devices > Platform Settings, Save Policy edge x0a x00',
      'auto',
      context,
    ).fields,
  ).toMatchObject({
    'host.name': 'fmc01',
    'user.name': 'anna',
    'source.ip': '10.0.0.7',
    'cisco.ftd.audit.page': 'Devices > Platform Settings',
    'event.action': 'Save Policy edge',
    'process.name': 'sfdccsm',
  })
})

it('leaves other lines of its programs', () => {
  expect(parseLine('<14>Mar 10 2026 12:00:00 sfdccsm: started', 'auto', context).parser).toBe('syslog@1')
})
