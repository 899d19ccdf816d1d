import { describe, expect, it } from 'vitest'
import { originAllowed } from './origin-allowed.ts'

const consoleUrl = 'https://siem.example/'

describe('originAllowed', () => {
  it.each([
    ['the console', 'https://siem.example', 'api.internal:4000', true],
    ['the host asked', 'http://127.0.0.1:4000', '127.0.0.1:4000', true],
    ['a program', undefined, '127.0.0.1:4000', true],
    ['another site', 'https://evil.example', 'siem.example', false],
    ['the console without its s', 'http://siem.example', 'api.internal:4000', false],
    ['another port of the host', 'http://127.0.0.1:8000', '127.0.0.1:4000', false],
    ['a sandboxed frame', 'null', '127.0.0.1:4000', false],
    ['a longer name', 'https://siem.example.evil.example', 'api.internal:4000', false],
  ])('%s: %s at %s', (_, origin, host, allowed) => {
    expect(originAllowed(origin, host, consoleUrl)).toBe(allowed)
  })
})
