import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './windows-azure.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })

describe('windows-azure', () => {
  it('reads the XML and the rendered text', () => {
    const { parser: by, fields } = read(parser.samples[0] ?? '')
    expect(by).toBe('windows-azure@1')
    expect(fields).toMatchObject({
      message: 'An account was logged off.',
      'event.code': '4634',
      'user.name': 'anna',
      'winlog.logon.type': 'Network',
      'cloud.provider': 'azure',
      'cloud.instance.name': 'VM01',
    })
  })

  it('leaves other records of Azure alone', () => {
    expect(read('{"category":"Administrative","properties":{"RawXml":7}}').parser).not.toMatch(/^windows/)
    expect(read('{"category":"x","properties":{"RawXml":"<a/>"}}').parser).not.toMatch(/^windows/)
  })
})
