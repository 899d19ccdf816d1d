import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './cisco-asyncos.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (text: string) => parseLine(text, 'auto', context)

it('reads who sent a message, below the name of a log subscription', () => {
  const { parser: by, fields } = read(
    '<22>Mar 10 12:00:00 mail_logs: Info: MID 4711 ICID 815 From: <anna@example.org>',
  )
  expect(by).toBe('cisco-asyncos@1')
  expect(fields).toMatchObject({
    'observer.vendor': 'Cisco',
    'event.module': 'cisco_secure_email_gateway',
    'event.action': 'message-from',
    'email.message_id': '4711',
    'email.from.address': ['anna@example.org'],
    'log.level': 'info',
  })
})

it('knows what only mail appliances say, whatever the subscription is called', () => {
  const { fields } = read(
    '<22>Mar 10 12:00:00 mx1 branch-mail: Info: New SMTP ICID 815 interface Data1 (10.0.0.2) address 203.0.113.9 reverse dns host mx.example.org verified yes',
  )
  expect(fields).toMatchObject({
    'event.module': 'cisco_secure_email_gateway',
    'event.action': 'connection-opened',
    'source.ip': '203.0.113.9',
    'network.protocol': 'smtp',
  })
})

it('tells a refused log-in from one that was let in', () => {
  const told = (text: string) => read(`<22>Mar 10 12:00:00 mx1 gui_logs: Info: ${text}`).fields
  expect(told('The user anna successfully logged on from 10.0.0.7 using an HTTPS connection.')).toMatchObject(
    {
      'event.action': 'logged-in',
      'event.outcome': 'success',
      'user.name': 'anna',
      'source.ip': '10.0.0.7',
    },
  )
  expect(told('An authentication attempt by the user bert from 203.0.113.9 failed')).toMatchObject({
    'event.outcome': 'failure',
    'user.name': 'bert',
    'source.ip': '203.0.113.9',
  })
})

it('reads the traffic monitor of the web appliance, its own time and zone', () => {
  const { fields, time } = read(
    '<13>Mar 10 12:00:00 wsa1 10 Mar 2026 12:00:00 (GMT +01:00) Info: Firewall blocked TCP data from 10.0.0.7:41148 to 203.0.113.9.',
  )
  expect(time).toBe(BigInt(Date.parse('2026-03-10T11:00:00Z')) * 1_000_000n)
  expect(fields).toMatchObject({
    'event.module': 'cisco_wsa',
    'event.action': 'blocked',
    'source.ip': '10.0.0.7',
    'source.port': 41148,
    'destination.ip': '203.0.113.9',
    'network.transport': 'tcp',
  })
})

it('leaves other programs their lines', () => {
  expect(parser.parse(createLine('Info: door 7 opened', 'gated'), context)).toBeUndefined()
  expect(parser.parse(createLine('a mail was sent', 'mail'), context)).toBeUndefined()
})
