import { expect, it } from 'vitest'
import { savedAddress, viewAddress } from './view-address.ts'

it('keeps all of an address but the id of what is shown', () => {
  expect(viewAddress('?q=user.name%3Aroot&saved=abc&range=24h')).toBe('q=user.name%3Aroot&range=24h')
  expect(viewAddress('?saved=abc')).toBe('')
})

it('leads back to the view, whatever its address says it is', () => {
  expect(savedAddress({ id: 'abc', address: 'q=a%26b&saved=other' })).toBe('?q=a%26b&saved=abc')
  expect(savedAddress({ id: 'abc', address: '' })).toBe('?saved=abc')
})
