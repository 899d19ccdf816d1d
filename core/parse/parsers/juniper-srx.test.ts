import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './juniper-srx.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const sample = (i: number) => parser.samples[i] ?? ''

it('reads a session that ended', () => {
  const { parser: by, time, fields } = read(sample(0))
  expect([by, time]).toEqual(['juniper-srx@1', 1_773_144_000_323_000_000n])
  expect(fields).toMatchObject({
    'event.code': 'RT_FLOW_SESSION_CLOSE',
    'event.severity': 14,
    'log.level': 'informational',
    'event.start': '2026-03-10T12:00:00.323Z',
    'event.end': '2026-03-10T12:00:03.323Z',
    'observer.name': 'srx01',
    'process.name': 'RT_FLOW',
    'network.transport': 'tcp',
    'network.bytes': 1038,
    'client.nat.port': 40100,
    'rule.name': 'out',
    'source.user.name': 'anna',
  })
})

it('drops the suffix of logical systems, reads data that is no RFC 5424 and what follows it', () => {
  const { fields } = read(
    '<14>1 2026-03-10T12:00:00Z srx01 RT_FLOW - APPTRACK_SESSION_CLOSE_LS [junos@x.x source-address="10.0.0.7" destination-interface-name=”st0.0” selector="a[0..7\\]"] more text',
  )
  expect(fields).toMatchObject({
    'juniper.srx.tag': 'APPTRACK_SESSION_CLOSE',
    'source.ip': '10.0.0.7',
    'juniper.srx.selector': 'a[0..7]',
    message: 'more text',
  })
})

it('reads a message of a process without its name in front', () => {
  expect(read(sample(2)).fields).toMatchObject({
    'process.name': 'mib2d',
    'process.pid': 9180,
    message: 'get_async_cb:data 7a33678',
  })
})

it.each(['<14>1 2026-03-10T12:00:00Z web01 app 7 - - hello', '<14>x [junos@'])('leaves %s', (line) =>
  expect(read(line).parser).not.toBe('juniper-srx@1'),
)
