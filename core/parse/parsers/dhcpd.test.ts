import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './dhcpd.ts'

const parseLine = createParseLine()
const read = (text = '') => parseLine(text, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it.each(parser.samples)('reads %s', (line) => {
  expect(read(line)).toMatchObject({
    parser: 'dhcpd@1',
    fields: {
      'client.ip': '10.0.0.7',
      'client.mac': '00-00-5E-00-53-07',
      'client.domain': 'pc7',
      'observer.ingress.interface.name': 'eth0',
    },
  })
})

it('leaves others', () => {
  expect(read('DHCP').parser).toBe('raw@1')
})
