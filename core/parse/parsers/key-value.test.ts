import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readKeyValues } from '../generic/read-key-values.ts'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const pairs = (text: string) => Object.fromEntries(readKeyValues(text).pairs)

describe('key-value', () => {
  it('gives what many products call the same its ECS name', () => {
    const { fields, time, parser } = read(
      'date=2026-03-10 time=12:00:00 tz="+0100" srcip=10.0.0.7 srcport=51826 dstip=192.0.2.10 dstport=443 proto=6 action="deny" user="EXAMPLE\\anna" level=warning url="https://example.org/a?b=c" sentbyte=12 rcvdbyte=34 msg="no entry"',
    )
    expect([parser, time]).toEqual(['key-value@1', 1_773_140_400_000_000_000n])
    expect(fields).toMatchObject({
      srcip: '10.0.0.7',
      'source.ip': '10.0.0.7',
      'source.port': 51826,
      'destination.ip': '192.0.2.10',
      'destination.port': 443,
      'network.transport': 'tcp',
      'event.action': 'deny',
      'user.name': 'anna',
      'user.domain': 'EXAMPLE',
      'log.level': 'warning',
      'url.path': '/a',
      'source.bytes': 12,
      'destination.bytes': 34,
      message: 'no entry',
    })
  })

  it.each([
    ['blanks', 'a=1 b="x y" c=z', { a: '1', b: 'x y', c: 'z' }],
    ['commas', 'a=1, b b=x y,c=,d=4, e=5', { a: '1', 'b b': 'x y', d: '4', e: '5' }],
    ['bars', 'a=1|b=x y|c=z', { a: '1', b: 'x y', c: 'z' }],
    ['semicolons', 'a=1; b=x, y; c=z', { a: '1', b: 'x, y', c: 'z' }],
    ['tabs', 'a=1\tb=x y\tc=z', { a: '1', b: 'x y', c: 'z' }],
    ['escaped and doubled quotes', 'a="x \\"y\\"" b="p ""q""" c=\'z\'', { a: 'x "y"', b: 'p "q"', c: 'z' }],
    ['quotes that never close', 'a="x b=2 c=3', { a: '"x', b: '2', c: '3' }],
    ['values with equals signs', 'a=x=y b=/?p=q c=3', { a: 'x=y', b: '/?p=q', c: '3' }],
  ])('reads pairs parted by %s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  it('leaves lines alone that only mention a few', () => {
    for (const line of [
      'started with a=1 b=2',
      'query was SELECT * FROM people WHERE name = x AND a=1 OR b=2 OR c=3 because someone asked for it',
      '=== a == b === c ===',
    ])
      expect(read(line).parser).not.toBe('key-value@1')
  })

  it('does not take what is no address, port or number for one', () => {
    const { fields } = read('src=file dpt=http proto=x/y z=1 user=- action=n/a ip=300.1.1.1')
    for (const name of ['source.ip', 'destination.port', 'user.name', 'event.action'])
      expect(fields).not.toHaveProperty(name)
  })

  it('agrees with VRL where quotes, blanks and `=` part the pairs', (context) => {
    const file = new URL('../../../../shared/logs/cases/vrl.ndjson.gz', import.meta.url)
    if (!existsSync(file)) return context.skip('../shared is not beside the checkout')
    const vectors = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean)
    let compared = 0
    for (const vector of vectors.map((line) => JSON.parse(line))) {
      const { product, raw, args = {}, expected } = vector
      const ours = (args.key_value_delimiter ?? '=') === '=' && (args.field_delimiter ?? ' ') === ' '
      // Keys without a value or a name are no pairs to us.
      const whole = Object.entries(expected.ok ?? {}).every(
        ([key, value]) => /^\w+$/.test(key) && value !== true,
      )
      if (!/^parse_(?:key_value|logfmt)$/.test(product) || !ours || !expected.ok || !whole) continue
      compared++
      expect(pairs(raw), vector.ref).toEqual(expected.ok)
    }
    expect(compared).toBeGreaterThan(0)
  })
})
