import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './wireguard.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads handshakes and refusals', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'wireguard@1',
    fields: {
      'event.action': 'handshake-received',
      'source.ip': '203.0.113.9',
      'source.port': 51820,
      'wireguard.peer.id': '7',
    },
  })
  expect(read(parser.samples[1]).fields).toMatchObject({
    'event.outcome': 'failure',
    'source.ip': '203.0.113.9',
  })
})

it('reads what syslog says of the kernel', () => {
  for (const sample of parser.samples)
    expect(read(`Mar 10 12:00:00 gw01 kernel: ${sample}`)).toMatchObject({
      parser: 'wireguard@1',
      fields: { 'host.name': 'gw01', 'source.ip': '203.0.113.9' },
    })
  expect(read('Mar 10 12:00:00 gw01 kernel: [  970.699396] usb 1-1: new device').parser).toBe('kernel@1')
})

it('leaves others', () => {
  expect(read('[  970.699396] other: wg0: a').parser).toBe('raw@1')
})
