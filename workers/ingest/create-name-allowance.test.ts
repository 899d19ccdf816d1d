import { expect, it } from 'vitest'
import { createNameAllowance } from './create-name-allowance.ts'

const DAY = 86_400_000
const MONDAY = 20_000 * DAY

function flood(allow: (name: string) => boolean, prefix: string, count: number): number {
  let allowed = 0
  for (let i = 0; i < count; i++) if (allow(`${prefix}${i}`)) allowed += 1
  return allowed
}

it('allows so many new names a day, and those again', () => {
  const namesOf = createNameAllowance(new Set(['user.name']))
  const { allow } = namesOf('a', MONDAY)
  expect(flood(allow, 'k', 20_000)).toBe(10_000)
  expect([allow('k0'), allow('k9999'), allow('k10000'), allow('user.name'), allow('__proto__')]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  expect(namesOf('a', MONDAY + DAY).allow('k10000')).toBe(true)
})

it('counts by tenant', () => {
  const namesOf = createNameAllowance(new Set())
  flood(namesOf('a', MONDAY).allow, 'k', 20_000)
  expect(flood(namesOf('b', MONDAY).allow, 'k', 20_000)).toBe(10_000)
})

it('bounds what the names take altogether', () => {
  const { allow } = createNameAllowance(new Set())('a', MONDAY)
  expect(flood(allow, 'k'.repeat(490), 5_000)).toBeLessThan(1_100)
})

it('gives no new room for payloads that come late', () => {
  const namesOf = createNameAllowance(new Set())
  flood(namesOf('a', MONDAY + DAY).allow, 'k', 20_000)
  expect(namesOf('a', MONDAY).allow('late')).toBe(false)
  expect(namesOf('a', MONDAY + DAY).allow('k10000')).toBe(false)
})

it('takes back what came in on trial, and tells when its order decided what did', () => {
  const names = createNameAllowance(new Set())('a', MONDAY)
  flood(names.allow, 'k', 9_990)
  const { id } = names
  const first = names.trial()
  expect(flood(names.allow, 'early', 10)).toBe(10)
  expect(first.mattersOrder()).toBe(false)
  expect(names.allow('late')).toBe(false)
  expect(first.mattersOrder()).toBe(true)
  first.undo()
  expect(names.id).not.toBe(id)
  expect(names.allow('late')).toBe(true)
  expect(flood(names.allow, 'early', 10)).toBe(9)

  const full = names.trial()
  expect(names.allow('more')).toBe(false)
  expect(full.mattersOrder()).toBe(false)
})
