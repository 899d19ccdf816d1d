import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './arista-ngfw.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads a request and the session it belongs to', () => {
  expect(read(`<174>Mar 10 12:00:00 INFO  uvm[0]:  ${parser.samples[0]}`)).toMatchObject({
    parser: 'arista-ngfw@1',
    time: 1_773_144_000_125_000_000n,
    fields: {
      'event.provider': 'http_request',
      'event.id': '4711',
      'source.ip': '10.0.0.7',
      'source.port': 51000,
      'source.nat.ip': '198.51.100.2',
      'destination.nat.port': 443,
      'network.transport': 'tcp',
      'network.iana_number': '6',
      'network.direction': 'outbound',
      'observer.ingress.interface.name': 'eth1',
      'http.request.bytes': 12,
      'url.path': '/a',
      'host.name': 'pc7',
    },
  })
})

it.each([
  [1, { 'event.provider': 'admin_login', 'event.outcome': 'failure', 'user.name': 'anna' }],
  [
    2,
    {
      'event.type': ['connection', 'end', 'denied'],
      'event.outcome': 'failure',
      'url.domain': 'www.example.org',
    },
  ],
])('reads sample %i', (i, fields) => expect(read(parser.samples[i]).fields).toMatchObject(fields))

it('leaves other classes', () =>
  expect(read('{"timeStamp":"2026-03-10 12:00:00","class":"class org.example.X"}').parser).toBe('json@1'))
