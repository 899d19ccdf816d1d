import { expect, it } from 'vitest'
import { asksForTenants, filterCommands, TYPED } from './filter-commands.ts'

it('looks for a tenant by what stands behind `tenant:`', () => {
  expect(asksForTenants('tenant:acme')).toBe(true)
  expect(asksForTenants('Tenant: acme')).toBe(true)
  expect(asksForTenants('the tenant:acme')).toBe(false)
  expect(filterCommands('tenant acme', 'tenant:acm', ['Acme Foods'])).toBeGreaterThan(0)
  expect(filterCommands('tenant borealis', 'tenant:acm', ['Borealis'])).toBe(0)
})

it('fits everything until something is typed', () => {
  expect(filterCommands('anything', '')).toBe(1)
  expect(filterCommands('anything', 'tenant: ')).toBe(1)
})

it('searches for what was typed where nothing is called that, and behind what is', () => {
  const typed = filterCommands(TYPED, 'parsers')
  expect(typed).toBeGreaterThan(0)
  expect(typed).toBeLessThan(filterCommands('page Parsers', 'parsers'))
})
