import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  const read = (environment: Record<string, string>) => readConfig({ NODE_ENV: 'test', ...environment })

  test('has classes of retention, and a default that is one of them', () => {
    const { RETENTION_CLASSES, RETENTION_DAYS } = read({})
    expect(RETENTION_CLASSES).toContain(RETENTION_DAYS)
    const chosen = { NIGHTJAR_RETENTION_CLASSES: '7, 400', NIGHTJAR_RETENTION_DAYS: '400' }
    expect(read(chosen)).toMatchObject({ RETENTION_CLASSES: [7, 400], RETENTION_DAYS: 400 })
  })

  test('has enrichers that are off, by name', () => {
    expect(read({}).ENRICH_OFF).toEqual([])
    expect(read({ NIGHTJAR_ENRICH_OFF: 'geo, related' }).ENRICH_OFF).toEqual(['geo', 'related'])
    expect(() => read({ NIGHTJAR_ENRICH_OFF: 'geography' })).toThrow('NIGHTJAR_ENRICH_OFF')
  })

  test.each([
    ['more than four classes', { NIGHTJAR_RETENTION_CLASSES: '1,2,3,4,1095' }, 'NIGHTJAR_RETENTION_CLASSES'],
    ['a class that never ends', { NIGHTJAR_RETENTION_CLASSES: '1095,20000' }, 'NIGHTJAR_RETENTION_CLASSES'],
    ['a class that is no number', { NIGHTJAR_RETENTION_CLASSES: '1095,long' }, 'NIGHTJAR_RETENTION_CLASSES'],
    ['a default without its class', { NIGHTJAR_RETENTION_DAYS: '31' }, 'NIGHTJAR_RETENTION_DAYS'],
  ])('refuses %s and names it', (_, environment, name) => {
    expect(() => read(environment)).toThrow(name)
  })
})
