import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const event = {
  eventTime: '2026-03-10T12:00:00Z',
  eventSource: 'iam.amazonaws.com',
  eventName: 'AddUserToGroup',
  awsRegion: 'us-east-1',
  sourceIPAddress: '192.0.2.7',
  userIdentity: { type: 'IAMUser', principalId: 'AIDA1', accountId: '123456789012', userName: 'anna' },
  requestParameters: { userName: 'eve', groupName: 'admins' },
  responseElements: null,
}
const read = (more: object) => parseLine(JSON.stringify({ ...event, ...more }), 'auto', context)

it('says who did what to whom', () => {
  const { parser, time, fields } = read({})
  expect([parser, time]).toEqual(['aws-cloudtrail@1', 1_773_144_000_000_000_000n])
  expect(fields).toMatchObject({
    'event.dataset': 'aws.cloudtrail',
    'event.action': 'AddUserToGroup',
    'event.provider': 'iam.amazonaws.com',
    'event.outcome': 'success',
    'source.ip': '192.0.2.7',
    'user.name': 'anna',
    'user.id': 'AIDA1',
    'user.target.name': 'eve',
    'group.name': 'admins',
    'cloud.account.id': '123456789012',
    'aws.cloudtrail.requestParameters.groupName': 'admins',
  })
})

it.each([
  [{ type: 'Root', principalId: '1', accountId: '1' }, 'root'],
  [{ type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }, 'lambda.amazonaws.com'],
  [
    { type: 'AssumedRole', sessionContext: { sessionIssuer: { type: 'Role', userName: 'deploy' } } },
    'deploy',
  ],
  [{ type: 'SAMLUser', userName: 'anna@example.org' }, 'anna@example.org'],
  [undefined, undefined],
])('names the caller of %o', (userIdentity, name) => {
  expect(read({ userIdentity }).fields['user.name']).toBe(name)
})

it('tells what failed', () => {
  expect(read({ errorCode: 'AccessDenied' }).fields).toMatchObject({
    'event.outcome': 'failure',
    'error.code': 'AccessDenied',
  })
  expect(read({ responseElements: { ConsoleLogin: 'Failure' } }).fields['event.outcome']).toBe('failure')
})

it('takes the name of a service for an address, not for a domain with blanks', () => {
  expect(read({ sourceIPAddress: 'AWS Internal' }).fields).toMatchObject({ 'source.address': 'AWS Internal' })
  expect(read({ sourceIPAddress: 'ec2.amazonaws.com' }).fields).toMatchObject({
    'source.domain': 'ec2.amazonaws.com',
  })
})

it('reads the first of a batch and of what EventBridge sends', () => {
  const batch = parseLine(
    JSON.stringify({ Records: [event, { ...event, eventName: 'DeleteUser' }] }),
    'auto',
    context,
  )
  expect(batch.parser).toBe('aws-cloudtrail@1')
  expect(batch.fields).toMatchObject({ 'event.action': 'AddUserToGroup', 'log.records': 2 })
  const bus = { version: '0', 'detail-type': 'AWS API Call via CloudTrail', account: '1', detail: event }
  expect(parseLine(JSON.stringify(bus), 'auto', context).parser).toBe('aws-cloudtrail@1')
})
