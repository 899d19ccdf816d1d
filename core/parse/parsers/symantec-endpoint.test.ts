import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './symantec-endpoint.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (text: string) => parseLine(`<54>Mar 10 12:00:00 sep1 SymantecServer: ${text}`, 'auto', context)

it('reads a virus: where, what, whose, what was done', () => {
  const { parser: by, fields, time } = read(parser.samples[0] ?? '')
  expect([by, time]).toEqual(['symantec-endpoint@1', BigInt(Date.parse('2026-03-10T12:00:00Z')) * 1_000_000n])
  expect(fields).toMatchObject({
    'observer.vendor': 'Symantec',
    'host.name': 'pc7',
    'host.ip': ['10.0.0.7'],
    'threat.indicator.name': 'EICAR Test String',
    'file.path': 'c:\\temp\\eicar.com',
    'event.action': 'Quarantined',
    'user.name': 'anna',
    message: 'Virus found',
  })
})

it('reads which end of a blocked packet began', () => {
  const line =
    'pc7,Local Host IP: 10.0.0.7,Local Port: 445,Remote Host IP: 203.0.113.9,Remote Host Name: ,Remote Port: 51000,TCP,Inbound,Application: C:/Windows/System32/ntoskrnl.exe,Rule: no SMB,Action: Blocked'
  expect(read(line).fields).toMatchObject({
    'host.name': 'pc7',
    'source.ip': '203.0.113.9',
    'source.port': 51000,
    'destination.ip': '10.0.0.7',
    'destination.port': 445,
    'network.direction': 'ingress',
    'network.transport': 'tcp',
    'rule.name': 'no SMB',
    'event.action': 'blocked',
    'process.name': 'ntoskrnl.exe',
  })
})

it('reads a scan with its span, and who could not log on', () => {
  expect(read(parser.samples[1] ?? '').fields).toMatchObject({
    'event.action': 'completed',
    'event.duration': 600e9,
    'event.start': '2026-03-10T11:50:00.000Z',
    'host.name': 'pc7',
  })
  expect(read(parser.samples[2] ?? '').fields).toMatchObject({
    'user.name': 'anna',
    'event.outcome': 'failure',
  })
})

it('takes no other table for its own', () => {
  expect(parser.parse(createLine('Site: HQ, closed'), context)).toBeUndefined()
  expect(parser.parse(createLine('a,b,c'), context)).toBeUndefined()
})
