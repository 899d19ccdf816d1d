import { describe, expect, it } from 'vitest'
import { trustedOrigins } from './trusted-origins.ts'

describe('trustedOrigins', () => {
  it('knows this machine by each of its names', () => {
    const origins = trustedOrigins({
      CONSOLE_URL: 'http://127.0.0.1:3000/',
      SERVER_URL: 'http://localhost:4000',
    })
    expect(origins.sort()).toEqual([
      ...['http://127.0.0.1:3000', 'http://127.0.0.1:4000', 'http://[::1]:3000'],
      ...['http://[::1]:4000', 'http://localhost:3000', 'http://localhost:4000'],
    ])
  })

  it('takes a public name as it is, without the path', () => {
    const origins = trustedOrigins({
      CONSOLE_URL: 'https://siem.example/x',
      SERVER_URL: 'https://siem.example',
    })
    expect(origins).toEqual(['https://siem.example'])
  })
})
