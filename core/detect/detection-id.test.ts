import { expect, test } from 'vitest'
import { detectionId } from './detection-id.ts'

const event = '01991234-5678-7000-8000-0123456789ab'

test('the same event and rule make the same UUID, anything else another', () => {
  const id = detectionId(event, 'rule-a')
  expect(id).toMatch(/^01991234-5678-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(detectionId(event, 'rule-a')).toBe(id)
  expect(detectionId(event, 'rule-b')).not.toBe(id)
  expect(detectionId(event.replace('7000', '7001'), 'rule-a')).not.toBe(id)
})
