import { expect, it } from 'vitest'
import { absoluteLink } from './absolute-link.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')
const HOUR = '2026-11-27T11:00:00.000Z~2026-11-27T12:00:01.000Z'
const rangeOf = (address: string, standard?: string) =>
  new URL(absoluteLink(address, standard, NOW)).searchParams.get('range')

it('fixes what is relative, the page’s own standard too', () => {
  expect(rangeOf('https://n.example/t/a/search?q=x&range=1h', '24h')).toBe(HOUR)
  expect(rangeOf('https://n.example/t/a/search?q=x', '1h')).toBe(HOUR)
  expect(rangeOf('https://n.example/t/a/search?range=soon', '1h')).toBe(HOUR)
})

it('leaves what is fixed, what has no end and what has no range', () => {
  for (const address of [
    `https://n.example/t/a/search?range=${encodeURIComponent(HOUR)}`,
    'https://n.example/t/a/alerts?range=all',
    'https://n.example/t/a/alerts',
  ])
    expect(absoluteLink(address, 'all', NOW)).toBe(address)
  expect(absoluteLink('https://n.example/t/a/parsers', undefined, NOW)).toBe('https://n.example/t/a/parsers')
})

it('keeps everything else of the address', () => {
  const link = new URL(absoluteLink('https://n.example/t/a/search?q=a%26b&range=1h&event=e', '24h', NOW))
  expect([link.pathname, link.searchParams.get('q'), link.searchParams.get('event')]).toEqual([
    '/t/a/search',
    'a&b',
    'e',
  ])
})
