import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './vmware.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (text: string) => parseLine(text, 'auto', context)

it('reads who was let in and who was not, on a host', () => {
  const { parser: by, fields } = read(`<166>2026-03-10T12:00:00.000Z esx1 Hostd: ${parser.samples[0]}`)
  expect(by).toBe('vmware@1')
  expect(fields).toMatchObject({
    'observer.product': 'ESXi',
    'event.action': 'logged-in',
    'event.outcome': 'success',
    'user.name': 'root',
    'source.ip': '10.0.0.7',
  })
  expect(read(`<166>2026-03-10T12:00:00.000Z esx1 Hostd: ${parser.samples[1]}`).fields).toMatchObject({
    'event.outcome': 'failure',
    'user.name': 'anna',
    'source.ip': '203.0.113.9',
    'log.level': 'info',
  })
})

it('reads events of a vCenter', () => {
  const { fields, time } = read(`<14>1 2026-03-10T12:00:01Z vc1 vpxd 7 - -  ${parser.samples[2]}`)
  expect(time).toBe(BigInt(Date.parse('2026-03-10T12:00:00.250Z')) * 1_000_000n)
  expect(fields).toMatchObject({
    'observer.product': 'vCenter',
    'event.code': 'vim.event.UserLoginSessionEvent',
    'user.name': 'anna',
    'user.domain': 'EXAMPLE',
    'source.ip': '10.0.0.7',
    'user_agent.original': 'VMware vim-java 1.0',
  })
})

it('leaves other lines alone', () => {
  for (const text of ['info gated[7] a door opened', 'Event [17] of the year', '[Originator] hello'])
    expect(parser.parse(createLine(text), context)).toBeUndefined()
})
