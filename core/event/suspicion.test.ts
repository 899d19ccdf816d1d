import { expect, it } from 'vitest'
import type { Fields } from './event.ts'
import { suspect } from './suspicion.ts'

it('names everybody who suspects an event, once', () => {
  const fields: Fields = {}
  suspect(fields, 'product')
  suspect(fields, 'rule')
  suspect(fields, 'product')
  expect(fields).toEqual({ 'nightjar.suspected_by': ['product', 'rule'] })
})
