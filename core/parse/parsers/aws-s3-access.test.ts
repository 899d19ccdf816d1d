import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-s3-access.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const [allowed = '', refused = ''] = parser.samples

it('reads who fetched what', () => {
  const { parser: name, time, fields } = parseLine(allowed, 'auto', context)
  expect([name, time]).toEqual(['aws-s3-access@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.dataset': 'aws.s3access',
    'event.action': 'REST.GET.OBJECT',
    'event.id': '3E57427F3A',
    'event.duration': 7_000_000,
    'event.outcome': 'success',
    'client.ip': '192.0.2.7',
    'client.user.id': 'arn:aws:iam::123456789012:user/anna',
    'cloud.region': 'eu-west-1',
    'http.response.status_code': 200,
    'url.path': '/example-bucket/docs/plan.pdf',
    'url.extension': 'pdf',
    'tls.version': '1.2',
    'aws.s3access.bucket': 'example-bucket',
  })
})

it('tells what was refused, and leaves what is not there', () => {
  const { fields } = parseLine(refused, 'auto', context)
  expect(fields).toMatchObject({ 'event.outcome': 'failure', 'event.code': 'AccessDenied' })
  expect(fields).not.toHaveProperty(['client.user.id'])
  expect(fields).not.toHaveProperty(['tls.version'])
})
