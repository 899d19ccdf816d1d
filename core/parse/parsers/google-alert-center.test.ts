import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './google-alert-center.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [account = '', mail = ''] = parser.samples

it('reads alerts about accounts', () => {
  expect(parseLine(account, 'auto', context).fields).toMatchObject({
    'event.kind': 'alert',
    'event.action': 'Google identity',
    'event.reason': 'Suspicious login',
    'source.ip': '192.0.2.7',
    'user.email': ['anna@example.org'],
    'log.level': 'high',
  })
})

it('reads alerts about mail', () => {
  expect(parseLine(mail, 'auto', context).fields).toMatchObject({
    'event.category': ['email', 'threat', 'malware'],
    'email.subject': ['Invoice'],
    'email.to.address': ['anna@example.org'],
    'email.attachments.file.hash.sha256': ['00ff'],
  })
})
