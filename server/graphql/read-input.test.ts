import { expect, it } from 'vitest'
import { z } from 'zod'
import { sourceSettingsSchema } from '#core/parse/source-settings'
import { BadInput } from '../questions/bad-input.ts'
import { readInput } from './read-input.ts'

const schema = z.object({
  name: z.string().trim().min(1).max(3).default('a'),
  columns: z.array(z.string().min(1)).max(2).default([]),
  most: z.number().int().min(1).max(5).default(1),
  format: z.string().regex(/^x/, 'must begin with x').default('x'),
  ...sourceSettingsSchema.shape,
})

function mistakesOf(given: unknown): unknown {
  try {
    return readInput(schema, given, { most: 'first' })
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return error.mistakes.map(({ path, message }) => [path.join('/'), message])
  }
}

it('reads what is right', () => {
  expect(mistakesOf({ name: ' b ' })).toEqual({ name: 'b', columns: [], most: 1, format: 'x' })
})

it.each([
  [{ name: ' ' }, 'name', 'name must not be empty'],
  [{ name: 'long' }, 'name', 'name must have at most 3 characters'],
  [{ columns: ['a', 'b', 'c'] }, 'columns', 'columns must have at most 2 entries'],
  [{ columns: ['a', ''] }, 'columns/1', 'columns.1 must not be empty'],
  [{ most: 0 }, 'first', 'first must be at least 1'],
  [{ most: 6 }, 'first', 'first must be at most 5'],
  [{ most: 1.5 }, 'first', 'first must be a whole number'],
  [{ format: 'a' }, 'format', 'format must begin with x'],
  [{ zone: 'Berlin' }, 'zone', 'zone is no IANA time zone: write one like Europe/Berlin'],
  [{ defaults: 7 }, 'defaults', 'defaults must be an object'],
  [{ defaults: { 'a b': 1 } }, 'defaults/a b', 'defaults.a b is no field name: write one like host.name'],
  [
    { defaults: { a: {} } },
    'defaults/a',
    'defaults.a must be a text of at most 1000 characters, a number, true or false, or a list of at most 50 texts of 200 characters',
  ],
])('says of %j which argument is wrong, and why', (given, path, message) => {
  expect(mistakesOf(given)).toEqual([[path, message]])
})

it('says all that is wrong at once', () => {
  expect(mistakesOf({ name: '', most: 0 })).toEqual([
    ['name', 'name must not be empty'],
    ['first', 'first must be at least 1'],
  ])
})
