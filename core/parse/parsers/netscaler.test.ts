import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './netscaler.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (text: string) => parseLine(text, 'auto', context)

it('reads a connection with both ends, bytes and times', () => {
  const { parser: by, fields, time } = read(`<134> ${parser.samples[0]}`)
  expect(by).toBe('netscaler@1')
  expect(time).toBe(BigInt(Date.parse('2026-03-10T12:00:00Z')) * 1_000_000n)
  expect(fields).toMatchObject({
    'observer.vendor': 'Citrix',
    'event.action': 'conn_terminate',
    'event.id': '4474',
    'source.ip': '10.0.0.7',
    'source.port': 51000,
    'source.bytes': 1200,
    'destination.ip': '192.0.2.9',
    'destination.bytes': 800,
    'event.start': '2026-03-10T11:59:58.000Z',
    'network.transport': 'tcp',
  })
})

it('reads who failed to log in, from where and why', () => {
  expect(read(parser.samples[1] ?? '').fields).toMatchObject({
    'event.action': 'login_failed',
    'event.outcome': 'failure',
    'event.reason': 'Invalid credentials',
    'user.name': 'anna',
    'client.ip': '203.0.113.9',
  })
})

it('reads what an administrator did', () => {
  expect(read(parser.samples[2] ?? '').fields).toMatchObject({
    'event.outcome': 'success',
    'user.name': 'nsroot',
    'client.ip': '10.0.0.8',
    'process.command_line': 'show ns config',
  })
})

it('takes the day first where only that is a date, and no date for the time of the header', () => {
  const { time } = read(
    '25/03/2026:12:00:00 GMT ns1 0-PPE-0 : default EVENT STATECHANGE 1 0 :  Device "server" - State DOWN',
  )
  expect(time).toBe(BigInt(Date.parse('2026-03-25T12:00:00Z')) * 1_000_000n)
  const bare = read('<134> 12:00:00 GMT ns1 0-PPE-0 : SSLVPN LOGOUT 77 0 : User anna - Client_ip 203.0.113.9')
  expect(bare.parser).toBe('netscaler@1')
  expect(bare.fields['event.action']).toBe('logout')
})

it('reads what RFC 5424 took apart', () => {
  const { fields } = read(
    '<134>1 2026-03-10T12:00:00Z ns1 TCP 1 - - default CONN_DELINK 4477 0 :  Source 10.0.0.7:1 - Vserver 192.0.2.9:443',
  )
  expect(fields).toMatchObject({
    'observer.product': 'Netscaler',
    'source.ip': '10.0.0.7',
    'server.port': 443,
  })
})

it('leaves other lines alone', () => {
  expect(parser.parse(createLine('12:00:00 GMT ns1 gate : door 7 opened'), context)).toBeUndefined()
  expect(parser.parse(createLine('connection from 10.0.0.7', 'tcp'), context)).toBeUndefined()
})
