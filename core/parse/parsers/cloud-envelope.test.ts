import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (json: object) => parseLine(JSON.stringify(json), 'auto', context)

it('hands on what CloudWatch Logs carries', () => {
  const flow = '2 123456789012 eni-0a1 203.0.113.5 10.0.0.7 40022 22 6 12 840 1773144000 1773144060 REJECT OK'
  const { parser, fields } = read({
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: 'flows',
    logStream: 's',
    logEvents: [{ id: '1', timestamp: 1_773_144_000_000, message: flow }],
  })
  expect(parser).toBe('aws-vpc-flow@1')
  expect(fields).toMatchObject({ 'aws.cloudwatch.log_group': 'flows', 'source.ip': '203.0.113.5' })
})

it('keeps a text that nobody reads, with its time', () => {
  const { parser, time, fields } = read({
    logGroup: 'app',
    logEvents: [{ id: '1', timestamp: 1_773_144_000_123, message: 'disk almost full' }],
  })
  expect([parser, time, fields.message]).toEqual([
    'cloud-envelope@1',
    1_773_144_000_123_000_000n,
    'disk almost full',
  ])
})

it('hands on what Firehose delivers, and batches of Event Hubs', () => {
  const message = '{"auditID":"a","verb":"get"}'
  expect(read({ 'aws.firehose.arn': 'arn:aws:firehose:x', message }).parser).toBe('kubernetes-audit@1')
  const record = {
    time: '2026-03-10T12:00:00Z',
    resourceId: '/tenants/t/providers/p',
    category: 'AuditLogs',
    operationName: 'x',
  }
  expect(read({ records: [record, record] }).fields).toMatchObject({
    'event.module': 'azure',
    'log.records': 2,
  })
})

it('leaves records that are no objects', () => {
  expect(read({ records: [1, 2] }).parser).toBe('json@1')
  expect(read({ Records: [] }).parser).toBe('json@1')
  expect(read({ 'detail-type': 'x', detail: null }).parser).toBe('json@1')
})

it('hands on what Pub/Sub pushes, what modules of Wazuh write, and a bare message', () => {
  const entry = { logName: 'projects/p/logs/app', timestamp: '2026-03-10T12:00:00Z', textPayload: 'ready' }
  const data = Buffer.from(JSON.stringify(entry)).toString('base64')
  const push = { message: { data, messageId: '1' }, subscription: 'projects/p/subscriptions/s' }
  expect(read(push).fields).toMatchObject({ message: 'ready', 'gcp.pubsub.message_id': '1' })
  expect(read({ integration: 'gcp', gcp: entry }).parser).toBe('gcp-logging@1')
  const flow = '2 123456789012 eni-0a1 - - - - - - - 1773144000 1773144060 - NODATA'
  expect(read({ message: flow }).parser).toBe('aws-vpc-flow@1')
  expect(read({ message: 'hello' }).fields).toEqual({ message: 'hello' })
  expect(read({ message: 'hello', level: 'info' }).parser).toBe('json@1')
  expect(read({ message: { data: '%%%' }, subscription: 's' }).fields['error.message']).toBeUndefined()
})
