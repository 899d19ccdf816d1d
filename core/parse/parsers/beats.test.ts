import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (document: object) => parseLine(JSON.stringify(document), 'auto', context)
const LINE = 'Mar 10 11:59:00 web01 sshd[7]: Invalid user admin from 203.0.113.9 port 40022'
const AGENT = { type: 'filebeat', version: '8.11.0' }

describe('beats', () => {
  it('gives the line to its parser and keeps the metadata', () => {
    const document = {
      '@timestamp': '2026-03-10T12:00:00Z',
      agent: AGENT,
      host: { name: 'shipper' },
      message: LINE,
    }
    expect(read(document)).toMatchObject({
      parser: 'sshd@1',
      time: BigInt(Date.parse('2026-03-10T11:59:00Z')) * 1_000_000n,
      fields: { 'source.ip': '203.0.113.9', 'host.name': 'web01', 'agent.version': '8.11.0' },
    })
  })

  it('prefers the line as it was', () => {
    const document = {
      agent: AGENT,
      event: { original: LINE, dataset: 'system.auth' },
      message: 'Invalid user',
    }
    expect(read(document).fields).toMatchObject({ 'source.port': 40022 })
  })

  it('asks the program that the shipper names', () => {
    const document = {
      agent: AGENT,
      log: { syslog: { appname: 'sshd' } },
      message: 'Connection reset by 203.0.113.9 port 40022',
    }
    expect(read(document).fields).toMatchObject({ 'event.action': 'ssh_disconnected' })
  })

  it('keeps a line that nobody reads as the message, at the time it was shipped', () => {
    expect(
      read({ '@timestamp': '2026-03-10T12:00:00Z', agent: AGENT, message: 'door 4 opened' }),
    ).toMatchObject({
      parser: 'beats@1',
      time: 1_773_144_000_000_000_000n,
      fields: { message: 'door 4 opened' },
    })
  })

  it("reads Logstash's own, but not its encoder for Java's loggers", () => {
    const document = { '@timestamp': '2026-03-10T12:00:00Z', '@version': '1', message: LINE, type: 'linux' }
    expect(read(document).parser).toBe('sshd@1')
    expect(read({ ...document, logger_name: 'org.example.Shop' }).parser).toBe('json@1')
  })

  it.each([
    ['another agent', { agent: { type: 'auditbeat' }, message: LINE }],
    ['a document parsed before', { agent: AGENT, message: LINE, event: { category: ['web'] } }],
    ['no line', { agent: AGENT, message: 7 }],
  ])('leaves %s alone', (_, document) => {
    expect(read({ '@timestamp': '2026-03-10T12:00:00Z', ...document }).parser).not.toMatch(/sshd|beats/)
  })
})
