import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './windows-wazuh.ts'

const parseLine = createParseLine()
const read = (raw: string) => parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })

describe('windows-wazuh', () => {
  it('gives data their names back', () => {
    const { time, fields } = read(parser.samples[0] ?? '')
    expect(time).toBe(1_773_144_000_120_000_000n)
    expect(fields).toMatchObject({
      message: 'Process Create',
      'event.code': '1',
      'event.provider': 'Microsoft-Windows-Sysmon',
      'winlog.event_data.CommandLine': 'whoami /all',
      'process.executable': 'C:\\Windows\\whoami.exe',
      'process.pid': 4012,
      'user.domain': 'EXAMPLE',
      'host.name': 'ws01.example.org',
    })
  })

  it('reads what is not event data', () => {
    const raw =
      '{"win":{"system":{"providerName":"Microsoft-Windows-AppLocker","eventID":"8004","channel":"c"},"ruleAndFileData":{"fullFilePath":"C:\\\\a.exe"}}}'
    expect(read(raw).fields).toMatchObject({ 'file.name': 'a.exe' })
  })

  it('leaves other documents alone', () => {
    expect(read('{"win":{"a":1}}').parser).toBe('json@1')
  })
})
