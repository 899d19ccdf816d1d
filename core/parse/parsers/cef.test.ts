import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readCef } from '../cef/read-cef.ts'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const header = 'CEF:0|Example|Gatekeeper|2.1|100|Login refused|7|'

describe('cef', () => {
  it('reads header and dictionary', () => {
    const { fields, time, parser } = read(
      `${header}rt=1773144000125 src=10.0.0.7 spt=51826 dst=192.0.2.10 dpt=443 suser=EXAMPLE\\\\anna act=blocked proto=TCP in=12 out=34 dmac=00:0c:29:eb:35:de deviceDirection=1 outcome=Failure`,
    )
    expect(parser).toBe('cef@1')
    expect(time).toBe(1_773_144_000_125_000_000n)
    expect(fields).toMatchObject({
      'event.code': '100',
      'event.severity': 7,
      'event.action': 'blocked',
      'event.outcome': 'failure',
      message: 'Login refused',
      'observer.vendor': 'Example',
      'observer.product': 'Gatekeeper',
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'source.user.name': 'anna',
      'source.user.domain': 'EXAMPLE',
      'user.name': 'anna',
      'destination.mac': '00-0C-29-EB-35-DE',
      'network.transport': 'tcp',
      'network.direction': 'outbound',
      'cef.extensions.bytesIn': 12,
      'source.bytes': 12,
    })
  })

  it('keeps values of several words, escapes and equals signs that are no key', () => {
    const { fields } = read(
      `CEF:0|A\\|B|C\\\\D|1|2|n|Low|msg=one two\\=2 http://example.org/?a=b c\\nd  reason=x=y fname=C:\\\\dir\\\\a b.txt`,
    )
    expect(fields).toMatchObject({
      'observer.vendor': 'A|B',
      'observer.product': 'C\\D',
      'event.severity': 0,
      message: 'one two=2 http://example.org/?a=b c\nd',
      'event.reason': 'x=y',
      'file.name': 'C:\\dir\\a b.txt',
    })
  })

  it('gives custom fields the names of their labels where ECS has them', () => {
    const { fields } = read(
      `${header}cs1=No entry cs1Label=Rule Name c6a2=2001:db8::1 c6a2Label=Source IPv6 Address cn1=12 cn1Label=Duration in Seconds`,
    )
    expect(fields).toMatchObject({
      'rule.name': 'No entry',
      'source.ip': '2001:db8::1',
      'event.duration': 12e9,
      'cef.extensions.deviceCustomString1Label': 'Rule Name',
    })
  })

  it("reads Palo Alto's own names where the dictionary has none", () => {
    const { fields } = read(
      'CEF:0|Palo Alto Networks|LF|2.0|GLOBALPROTECT|globalprotect|3|src=10.0.0.7 cn3=56 cn3Label=SessionDuration PanOSSourceAddress=10.0.0.8 PanOSSourceUserName=example\\\\anna PanOSEndpointDeviceName=PC7 PanOSBytes=12 PanOSRuleUUID=null PanOSConnectionError=No certificate',
    )
    expect(fields).toMatchObject({
      'source.ip': '10.0.0.7',
      'source.user.name': 'anna',
      'user.domain': 'example',
      'host.name': 'pc7',
      'network.bytes': 12,
      'event.duration': 56e9,
      'event.reason': 'No certificate',
    })
    expect(fields['rule.uuid']).toBeUndefined()
  })

  it.each([
    ['Mar 10 2026 12:00:00', 0],
    ['Mar 10 2026 12:00:00.250 UTC', 250],
    ['Mar 10 2026 13:00:00 GMT+01:00', 0],
    ['Tue Mar 10 12:00:00 2026', 0],
    ['2026-03-10T12:00:00Z', 0],
  ])('understands the time %s', (value, ms) => {
    expect(read(`${header}rt=${value} src=10.0.0.7`).time).toBe(
      BigInt(Date.UTC(2026, 2, 10, 12, 0, 0, ms)) * 1_000_000n,
    )
  })

  it('is found in syslog, with the blank that some write after the colon', () => {
    for (const text of [header, header.replace('CEF:', 'CEF: '), `ASM:${header}`]) {
      const { fields, parser } = read(`<134>Mar 10 12:00:00 fw01 ${text}src=10.0.0.7`)
      expect([parser, fields['host.name'], fields['source.ip']]).toEqual(['cef@1', 'fw01', '10.0.0.7'])
    }
  })

  it('keeps what is not of its kind as it was written', () => {
    const { fields } = read(`${header}dvc=sensor spt=many src=web01 x y=1`)
    expect(fields).toMatchObject({
      'cef.extensions.sourcePort': 'many',
      'source.domain': 'web01 x',
      'cef.extensions.y': '1',
    })
    expect(fields).not.toHaveProperty('source.port')
  })

  it('leaves what is no CEF alone', () => {
    for (const line of ['CEF:', 'CEF:x|a|b|c|d|e|1|', 'CEF:0|a|b'])
      expect(read(line).parser).not.toBe('cef@1')
  })
})

interface Vector {
  id: string
  product: string
  raw: string
  args?: Record<string, unknown>
  expected: { ok?: Record<string, unknown>; err?: string } & Record<string, unknown>
}

function vectors(name: string): Vector[] | undefined {
  const file = new URL(`../../../../shared/logs/cases/${name}.ndjson.gz`, import.meta.url)
  if (!existsSync(file)) return undefined
  return gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const HEADER: readonly (readonly [theirs: string, ours: string])[] = [
  ['deviceVendor', 'vendor'],
  ['deviceProduct', 'product'],
  ['deviceVersion', 'deviceVersion'],
  ['deviceEventClassId', 'classId'],
  ['name', 'name'],
  ['severity', 'severity'],
]

describe('vectors of other readers', () => {
  it('agree with Graylog on header and extensions', (context) => {
    const all = vectors('graylog-cef')
    if (!all) return context.skip('../shared is not beside the checkout')
    for (const { raw, expected } of all) {
      const record = readCef(raw, raw.indexOf('CEF:'))
      for (const [theirs, ours] of HEADER) expect(record?.[ours as 'name']).toBe(expected[theirs])
      const values = new Set([...(record?.extensions.values() ?? [])].map(String))
      // Labels replace names there, numbers and times are converted: what was text is compared.
      for (const value of Object.values(expected.extensions as object))
        if (typeof value === 'string' && !/^\d{4}-\d\d-\d\dT/.test(value) && !/^local\d$/.test(value))
          expect(values).toContain(value)
    }
  })

  it('agree with VRL where a line is read', (context) => {
    const all = vectors('vrl')?.filter(({ product, expected }) => product === 'parse_cef' && expected.ok)
    if (!all) return context.skip('../shared is not beside the checkout')
    for (const { raw, expected } of all) {
      const record = readCef(raw, raw.indexOf('CEF:'))
      for (const [theirs, ours] of HEADER) expect(record?.[ours as 'name']).toBe(expected.ok?.[theirs])
      // A label without a value is all the same a field there.
      for (const [name, value] of Object.entries(expected.ok ?? {}))
        if (name !== 'cefVersion' && !HEADER.some(([theirs]) => theirs === name))
          expect(record?.extensions.get(name)).toBe(value)
    }
  })
})

it('ends a value where a line ends', () => {
  const line = `CEF:0|Example|Gate|1|2|n|3|proto=6\nservice_id=https src=10.0.0.7`
  expect(parseLine(line, 'cef', context).fields).toMatchObject({
    'network.transport': 'tcp',
    'source.ip': '10.0.0.7',
  })
})

it("reads SonicWall's own keys, and addresses in the place of labels", () => {
  const { fields } = read(
    'CEF:0|SonicWall|NSa|7|98|Connection Opened|4|src=10.0.0.7 cs1Label=198.51.100.2 snpt=40100 dst=203.0.113.9 cs2Label=203.0.113.9 dnpt=443 susr="example.org\\anna" cs1="Web out"',
  )
  expect(fields).toMatchObject({
    'source.nat.ip': '198.51.100.2',
    'source.nat.port': 40100,
    'destination.nat.ip': '203.0.113.9',
    'destination.nat.port': 443,
    'user.name': 'anna',
    'user.domain': 'example.org',
    'rule.name': 'Web out',
    'event.category': ['network'],
  })
})
