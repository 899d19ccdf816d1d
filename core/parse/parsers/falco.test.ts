import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

describe('falco', () => {
  it('reads JSON with rule, process, outcome and ATT&CK', () => {
    const line = JSON.stringify({
      ...{
        hostname: 'node01',
        output: 'x',
        priority: 'Critical',
        rule: 'Read sensitive file',
        source: 'syscall',
      },
      time: '2026-03-10T12:00:00.250000001Z',
      tags: ['T1059.004', 'container', 'mitre_credential_access'],
      output_fields: {
        ...{ 'evt.res': 'EACCES', 'evt.type': 'openat', 'fd.name': '/etc/shadow', 'proc.name': 'cat' },
        ...{ 'proc.pname': 'bash', 'proc.cmdline': 'cat /etc/shadow', 'user.name': 'root', 'user.uid': 0 },
        'container.name': '<NA>',
      },
    })
    const { fields, time, parser } = parseLine(line, 'auto', context)
    expect([parser, time]).toEqual(['falco@1', 1_773_144_000_250_000_001n])
    expect(fields).toMatchObject({
      'event.dataset': 'falco.alerts',
      'event.severity': 99,
      'event.outcome': 'failure',
      'event.action': 'openat',
      'rule.name': 'Read sensitive file',
      'file.path': '/etc/shadow',
      'process.name': 'cat',
      'process.parent.name': 'bash',
      'user.id': '0',
      'threat.technique.id': ['T1059'],
      'threat.technique.subtechnique.id': ['T1059.004'],
      'threat.tactic.name': ['credential access'],
    })
    expect(fields).not.toHaveProperty('container.name')
  })

  it('reads text: values go on until the next key', () => {
    const text =
      'Error File below /etc opened (user=root command=vi /etc/a b=c file=/etc/a parent=<NA> container_id=host)'
    const { fields } = parseLine(`12:00:00.250000000: ${text}`, 'auto', context)
    expect(fields).toMatchObject({
      message: 'File below /etc opened',
      'log.level': 'error',
      'process.command_line': 'vi /etc/a',
      'file.path': '/etc/a',
      'user.name': 'root',
      'container.id': 'host',
    })
    expect(fields).not.toHaveProperty('process.parent.name')
    const read = parseLine(`<13>Mar 10 12:00:00 node01 falco[7]: ${text}`, 'auto', context)
    expect([read.parser, read.fields['host.name']]).toEqual(['falco@1', 'node01'])
  })

  it('leaves other lines with a clock alone', () => {
    for (const line of [
      '12:00:00.250000000: hello',
      '12:00:00: Error x',
      '{"output":"x","rule":1,"priority":"a"}',
    ])
      expect(parseLine(line, 'auto', context).parser).not.toBe('falco@1')
  })
})
