import { expect, it } from 'vitest'
import type { Fields } from '../../event/event.ts'
import { createFieldMapper } from './create-field-mapper.ts'
import { address, text } from './field-setters.ts'

const map = createFieldMapper('gate', {
  'who.name': text('user.name'),
  login: text('user.name'),
  from: address('source'),
})

it('sets the ECS fields of what is there, the first of two names first', () => {
  const fields: Fields = { 'gate.login': 'b', 'gate.who.name': 'anna', 'gate.from': ['10.0.0.7', '10.0.0.8'] }
  map(fields)
  expect(fields).toMatchObject({ 'user.name': 'anna', 'source.ip': '10.0.0.7' })
})

it('leaves what is not there, or another set', () => {
  const fields: Fields = { 'gate.login': 'b', 'user.name': 'set' }
  map(fields)
  expect(fields).toEqual({ 'gate.login': 'b', 'user.name': 'set' })
})
