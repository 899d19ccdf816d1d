import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (text: string) =>
  parseLine(`<30>Mar 10 12:00:00 gw dnsmasq[7]: ${text}`, 'auto', {
    received: Date.UTC(2026, 2, 11),
    zoneMinutes: 0,
  })

it.each([
  ['query[AAAA] www.example.org from 10.0.0.7', { 'dns.question.type': 'AAAA', 'source.ip': '10.0.0.7' }],
  ['17 10.0.0.7/4711 query[A] a from 10.0.0.7', { 'dns.question.name': 'a' }],
  [
    'reply www.example.org is 203.0.113.9',
    { 'dns.resolved_ip': ['203.0.113.9'], 'event.outcome': 'success' },
  ],
  ['cached www.example.org is NXDOMAIN', { 'dns.response_code': 'NXDOMAIN', 'event.outcome': 'failure' }],
  ['gravity blocked www.example.org is 0.0.0.0', { 'event.action': 'denied' }],
  ['forwarded www.example.org to 10.0.0.53', { 'destination.ip': '10.0.0.53' }],
])('reads %s', (line, fields) => {
  expect(read(line)).toMatchObject({ parser: 'dnsmasq@1', fields })
})

it('leaves other messages', () => {
  expect(read('started, version 2.90').parser).toBe('syslog@1')
})
