import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './infoblox.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (tag: string, text: string) =>
  parseLine(`<29>Mar 10 12:00:00 gm01 10.0.0.2 ${tag}: ${text}`, 'auto', context)

it('reads who logged in, from where and how', () => {
  const { parser: by, fields, time } = read('httpd', parser.samples[0] ?? '')
  expect([by, time]).toEqual(['infoblox@1', BigInt(Date.parse('2026-03-10T12:00:00.123Z')) * 1_000_000n])
  expect(fields).toMatchObject({
    'observer.vendor': 'Infoblox',
    'user.name': 'anna',
    'source.ip': '10.0.0.7',
    'event.action': 'login_allowed',
    'event.outcome': 'success',
    'host.name': 'gm01',
  })
  const denied =
    '2026-03-10 12:00:00.123Z [USER\\040bert]: Login_Denied - - to=Serial\\040Console apparently_via=Direct error=invalid\\040password'
  expect(read('serial_console', denied).fields).toMatchObject({
    'user.name': 'USER bert',
    'event.outcome': 'failure',
    'event.reason': 'invalid password',
  })
})

it('reads what an administrator made', () => {
  expect(read('httpd', parser.samples[1] ?? '').fields).toMatchObject({
    'event.action': 'created',
    'infoblox_nios.log.audit.object': 'HostRecord www.example.org DnsView=default: Set address="192.0.2.9"',
  })
})

it('reads a question with its answers', () => {
  expect(read('named[7]', parser.samples[2] ?? '').fields).toMatchObject({
    'event.module': 'infoblox_nios',
    'source.ip': '10.0.0.7',
    'dns.question.name': 'www.example.org',
    'dns.response_code': 'NOERROR',
    'dns.answers.data': ['192.0.2.9'],
    'network.transport': 'udp',
  })
})

it('leaves the rest to BIND and to web servers', () => {
  const query =
    'client @0x7f0000000001 10.0.0.7#40575 (www.example.org): query: www.example.org IN A + (10.0.0.53)'
  expect(read('named[7]', query).parser).toBe('bind@1')
  expect(parser.parse(createLine('2026-03-10 12:00:00 started', 'httpd'), context)).toBeUndefined()
})
