import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-bedrock.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [allowed = '', refused = ''] = parser.samples

it('reads who asked which model', () => {
  expect(parseLine(allowed, 'auto', context).fields).toMatchObject({
    'event.action': 'InvokeModel',
    'event.outcome': 'success',
    'user.name': 'anna',
    'gen_ai.request.model.id': 'example.model-1',
    'gen_ai.usage.prompt_tokens': 12,
  })
  expect(parseLine(refused, 'auto', context).fields).toMatchObject({
    'event.outcome': 'failure',
    'user.name': 'web01',
  })
})
