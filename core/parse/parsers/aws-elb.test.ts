import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './aws-elb.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context).fields
const [application = '', classic = '', network = ''] = parser.samples

it('reads application balancers', () => {
  expect(read(application)).toMatchObject({
    'event.dataset': 'aws.elb_logs',
    'event.category': ['web'],
    'event.outcome': 'success',
    'event.start': '2026-03-10T11:59:59.364000Z',
    'source.ip': '192.0.2.7',
    'source.port': 2817,
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'http.response.body.bytes': 57,
    'url.domain': 'www.example.org',
    'url.path': '/a.html',
    'tls.version': '1.2',
    'destination.domain': 'www.example.org',
    'aws.elb.backend.ip': '10.0.0.7',
  })
})

it('reads classic and network balancers', () => {
  expect(read(classic)).toMatchObject({ 'aws.elb.name': 'classic', 'source.ip': '192.0.2.7', 'url.port': 80 })
  expect(read(network)).toMatchObject({
    'event.category': ['network'],
    'source.bytes': 98,
    'destination.bytes': 246,
    'tls.version': '1.2',
    'destination.domain': 'nlb.example.org',
  })
})

it('tells web from TCP in classic logs', () => {
  const line = '2026-03-10T12:00:00.9Z lb 192.0.2.7:2817 - -1 -1 -1 - - 82 0 "- - - " "-" - -'
  expect(read(line)).toMatchObject({ 'event.category': ['network'], 'source.bytes': 82 })
})

it('survives quotes in what clients send', () => {
  const line = application.replace('curl/8', 'a"b" c')
  expect(read(line)).toMatchObject({ 'user_agent.original': 'a"b', 'source.ip': '192.0.2.7' })
})

it('leaves other lines that begin with a time', () => {
  expect(
    parseLine('2026-03-10T12:00:00Z app: 10.0.0.7:80 a b c d e f g h i', 'auto', context).parser,
  ).not.toBe('aws-elb@1')
})
