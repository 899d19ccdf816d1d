import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../event/event.ts'
import { createCategorise } from './categorise.ts'
import { readCategories } from './read-categories.ts'

const table = (text: string) => {
  const { table, errors } = readCategories(text, 'x.yml')
  if (!table) throw new Error(JSON.stringify(errors))
  return table
}

const folder = new URL('../../rules/categories/', import.meta.url)
const ours = createCategorise(
  readdirSync(folder)
    .sort()
    .map((file) => table(readFileSync(new URL(file, folder), 'utf8'))),
)

const judged = (categorise: (fields: Fields) => void, fields: Fields): Fields => {
  categorise(fields)
  return fields
}

describe('createCategorise', () => {
  it('always says kind, outcome and severity', () => {
    expect(judged(createCategorise([]), { message: 'x' })).toEqual({
      message: 'x',
      'event.kind': 'event',
      'event.outcome': 'unknown',
      'event.severity': 10,
    })
  })

  it('keeps what the parser set', () => {
    const categorise = createCategorise([
      table(
        'by: event.code\nrows:\n  7: { category: web, action: b, severity: 60, outcome: failure, kind: alert }',
      ),
    ])
    const fields: Fields = {
      'event.code': '7',
      'event.action': 'a',
      'event.outcome': 'success',
    }
    expect(judged(categorise, fields)).toMatchObject({
      'event.action': 'a',
      'event.severity': 60,
      'event.outcome': 'success',
      'event.kind': 'alert',
      'event.category': ['web'],
    })
  })

  it("brings a product's scale to ours and keeps its own number", () => {
    const categorise = createCategorise([
      table(
        'when: { event.dataset: gate.log }\nby: event.severity\nrows:\n  1: { severity: 90 }\n  7: { severity: 7 }',
      ),
    ])
    const gate = (severity: number) =>
      judged(categorise, { 'event.dataset': 'gate.log', 'event.severity': severity })
    expect(gate(1)).toMatchObject({ 'event.severity': 90, 'nightjar.source_severity': 1 })
    expect(gate(7)).not.toHaveProperty(['nightjar.source_severity'])
    expect(gate(5)).toMatchObject({ 'event.severity': 5 })
  })

  it('says when the product suspects an event', () => {
    const categorise = createCategorise([
      table(
        'by: event.code\nrows:\n  1: { kind: alert }\n  2: { kind: alert, suspected: false }\n  3: { suspected: true }\n  4: { kind: event }',
      ),
    ])
    const by = (fields: Fields) => judged(categorise, fields)['nightjar.suspected_by']
    expect(['1', '2', '3', '4'].map((code) => by({ 'event.code': code }))).toEqual([
      ['product'],
      undefined,
      ['product'],
      undefined,
    ])
    expect(by({ 'event.code': '4', 'threat.indicator.name': 'x' })).toEqual(['indicator'])
  })

  it('asks particular tables before general ones, whatever their order', () => {
    const general = table('by: log.level\nrows:\n  error: { severity: 60, outcome: failure }')
    const particular = table('when: { event.provider: p }\nby: event.code\nrows:\n  7: { severity: 5 }')
    const fields: Fields = { 'event.provider': 'p', 'event.code': '7', 'log.level': 'error' }
    expect(judged(createCategorise([general, particular]), fields)).toMatchObject({
      'event.severity': 5,
      'event.outcome': 'failure',
    })
  })

  it('needs every condition of a table', () => {
    const categorise = createCategorise([
      table(
        'when: { event.provider: p, event.outcome: failure }\nby: event.code\nrows:\n  7: { severity: 90 }',
      ),
    ])
    expect(judged(categorise, { 'event.provider': 'p', 'event.code': '7' })['event.severity']).toBe(10)
    const failed: Fields = { 'event.provider': 'p', 'event.code': '7', 'event.outcome': 'failure' }
    expect(judged(categorise, failed)['event.severity']).toBe(90)
  })

  it('brings outcome, severity and lists of shippers into line', () => {
    const fields: Fields = { 'event.outcome': 'Success', 'event.severity': '250', 'event.category': 'web' }
    expect(judged(createCategorise([]), fields)).toMatchObject({
      'event.outcome': 'success',
      'event.severity': 100,
      'event.category': ['web'],
    })
    const odd: Fields = { 'event.outcome': 'ALLOW', 'event.severity': 'high' }
    expect(judged(createCategorise([]), odd)).toMatchObject({
      'event.outcome': 'unknown',
      'event.severity': 10,
    })
  })
})

describe('our tables', () => {
  it.each([
    [{ 'http.response.status_code': 200 }, { 'event.outcome': 'success', 'event.severity': 10 }],
    [{ 'http.response.status_code': 403 }, { 'event.outcome': 'failure', 'event.severity': 30 }],
    [{ 'http.response.status_code': 404 }, { 'event.outcome': 'failure', 'event.severity': 20 }],
    [{ 'http.response.status_code': 503 }, { 'event.outcome': 'failure', 'event.severity': 40 }],
    [{ 'log.syslog.severity.code': 2 }, { 'event.severity': 80 }],
    [{ 'log.level': 'WARN' }, { 'event.severity': 40 }],
    [
      {
        'event.provider': 'Microsoft-Windows-Security-Auditing',
        'event.code': '4625',
        'log.level': 'information',
      },
      {
        'event.category': ['authentication'],
        'event.action': 'logon-failed',
        'event.outcome': 'failure',
        'event.severity': 30,
      },
    ],
    [
      { 'event.provider': 'Microsoft-Windows-Sysmon', 'event.code': '1' },
      { 'event.category': ['process'], 'event.type': ['start'] },
    ],
    [
      { 'event.dataset': 'system.auth', 'event.action': 'ssh_login', 'event.outcome': 'failure' },
      { 'event.category': ['authentication'], 'event.type': ['info'], 'event.severity': 30 },
    ],
    [{ 'event.dataset': 'web.access' }, { 'event.category': ['web'], 'event.type': ['access'] }],
  ] satisfies [Fields, Fields][])('%o', (fields, expected) => {
    expect(judged(ours, { ...fields })).toMatchObject(expected)
  })
})
