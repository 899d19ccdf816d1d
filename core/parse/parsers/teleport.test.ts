import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: object) => parseLine(JSON.stringify(line), 'auto', { received: 0, zoneMinutes: 0 })
const line = { code: 'T1000I', time: '2026-03-10T12:00:00.125Z', uid: 'e1', user: 'anna' }

it.each([
  ['session.start', ['session'], ['start']],
  ['session.end', ['session'], ['end']],
  ['user.login', ['authentication'], ['start']],
  ['user.create', ['iam'], ['creation', 'user']],
  ['access_list.member.delete', ['configuration', 'iam'], ['deletion']],
  ['saml.created', ['authentication', 'iam'], ['creation']],
  ['db.session.query', ['database'], ['info']],
  ['kube.delete', ['process', 'host'], ['end']],
  ['sftp', ['file', 'network'], ['info']],
])('%s is %s, %s', (event, category, type) => {
  expect(read({ ...line, event })).toMatchObject({
    parser: 'teleport@1',
    time: 1_773_144_000_125_000_000n,
    fields: { 'event.action': event, 'event.category': category, 'event.type': type, 'user.name': 'anna' },
  })
})

it('reads ends, databases and what failed', () => {
  const more = {
    event: 'db.session.start',
    'addr.remote': '[2001:db8::7]:51234',
    db_uri: 'mongodb://db.example.org:27017/?replicaSet=rs0',
    error: 'denied',
    success: false,
  }
  expect(read({ ...line, ...more }).fields).toMatchObject({
    'client.ip': '2001:db8::7',
    'client.port': 51_234,
    'url.scheme': 'mongodb',
    'url.domain': 'db.example.org',
    'url.port': 27_017,
    'url.query': 'replicaSet=rs0',
    'event.outcome': 'failure',
    'error.message': 'denied',
  })
})

it('leaves other codes', () => expect(read({ ...line, code: '200', event: 'x' }).parser).toBe('json@1'))
