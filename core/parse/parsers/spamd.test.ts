import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './spamd.ts'

const parseLine = createParseLine()
const read = (line = '') => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

it('reads verdicts', () => {
  expect(read(parser.samples[0])).toMatchObject({
    parser: 'spamd@1',
    fields: {
      'event.action': 'spam',
      'spamassassin.score': 12,
      'spamassassin.tests': ['BAYES_99', 'SPF_FAIL'],
      'email.message_id': '<1@example.org>',
      'source.port': 44944,
      'user.name': 'spam',
    },
  })
})

it('reads connections', () => {
  expect(read(parser.samples[1]).fields).toMatchObject({ 'source.port': 33620, 'destination.port': 783 })
})

it('reads nothing else', () => {
  expect(read('dns: other').parser).toBe('raw@1')
})
