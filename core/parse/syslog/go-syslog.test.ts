import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../../event/event.ts'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

/** The vectors of go-syslog's own tests, read where they lie beside the checkout. */
const vectors = new URL('../../../../shared/logs/cases/go-syslog.ndjson.gz', import.meta.url)
const there = existsSync(vectors)

interface Vector {
  id: string
  raw: string
  product: string
  expected: {
    valid: boolean
    fields?: {
      version?: number
      priority: number
      facility: number
      severity: number
      hostname?: string
      appname?: string
      procid?: string
      msgid?: string
      message?: string
      timestamp?: string
      structured_data?: Record<string, Record<string, string>>
    }
  }
}

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

/** RFC 5424 6.3.3 as the receiver reads it; the vectors keep the escapes. */
const plain = (value: string): string => value.replaceAll(/\\(["\\\]])/g, '$1')
/** A byte order mark and white space around a message are not part of it for us. */
const tidy = (message: string | undefined): string | undefined => message?.trim() || undefined

function dataOf(fields: Fields): Record<string, unknown> {
  const prefix = 'log.syslog.structured_data.'
  const entries = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]))
}

function expectedData(data: Record<string, Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, params]): [string, string][] =>
      Object.keys(params).length === 0
        ? [[id, '']]
        : Object.entries(params).map(([name, value]) => [`${id}.${name}`, plain(value)]),
    ),
  )
}

/** Whether every header field is as the vector says. An invalid one must not pass for RFC 5424. */
function agrees({ raw, expected, product }: Vector): boolean {
  const { fields, time } = parseLine(raw, 'syslog', context)
  const wanted = expected.fields
  if (!expected.valid || !wanted) return fields['log.syslog.version'] === undefined
  const seen = {
    version: Number(fields['log.syslog.version'] ?? Number.NaN),
    priority: fields['log.syslog.priority'],
    facility: fields['log.syslog.facility.code'],
    severity: fields['log.syslog.severity.code'],
    host: fields['host.name'],
    app: fields['process.name'],
    procid: String(fields['process.pid'] ?? fields['log.syslog.procid']),
    msgid: fields['log.syslog.msgid'],
    message: tidy(fields.message as string | undefined),
    time: product === 'rfc5424' ? time : time !== undefined,
    data: dataOf(fields),
  }
  const stamp = wanted.timestamp
  const iso = (text: string): bigint =>
    BigInt(Date.parse(text.replace(/\.\d+/, ''))) * 1_000_000n +
    BigInt((/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(9, '0'))
  try {
    expect(seen).toEqual({
      version: wanted.version ?? Number.NaN,
      priority: wanted.priority,
      facility: wanted.facility,
      severity: wanted.severity,
      host: wanted.hostname,
      app: wanted.appname,
      procid: String(wanted.procid),
      msgid: wanted.msgid,
      message: tidy(wanted.message),
      time: product === 'rfc5424' ? (stamp === undefined ? undefined : iso(stamp)) : stamp !== undefined,
      data: expectedData(wanted.structured_data),
    })
    return true
  } catch {
    return false
  }
}

describe('go-syslog vectors', () => {
  it('agree on validity and every header field', (context) => {
    if (!there) context.skip('../shared is not beside the checkout')
    const all: Vector[] = gunzipSync(readFileSync(vectors))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const wrong = all.filter((vector) => !agrees(vector)).map(({ id, raw }) => `${id} ${JSON.stringify(raw)}`)
    expect(all.length).toBeGreaterThanOrEqual(85)
    // Four lost their bytes on the way: the raw line lacks the message, or the broken UTF-8, that is judged.
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(4)
  })
})
