import { expect, it } from 'vitest'
import { createLine } from '../line.ts'
import { createParseLine } from '../parse-line.ts'
import { parser } from './f5-bigip.ts'

const context = { received: Date.parse('2026-03-10T13:00:00Z'), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (tag: string, text: string) =>
  parseLine(`<134>Mar 10 12:00:00 lb1 ${tag}: ${text}`, 'auto', context)

it('reads what became of a pool member', () => {
  const { parser: by, fields } = read('notice mcpd[4711]', parser.samples[0] ?? '')
  expect(by).toBe('f5-bigip@1')
  expect(fields).toMatchObject({
    'observer.vendor': 'F5',
    'observer.hostname': 'lb1',
    'event.code': '01070638',
    'event.action': 'member-down',
    'event.outcome': 'failure',
    'f5_bigip.pool': '/Common/web',
    'f5_bigip.member': '/Common/web3:443',
    'log.level': 'notice',
  })
})

it('reads who changed what', () => {
  expect(read('notice mcpd[1]', parser.samples[1] ?? '').fields).toMatchObject({
    'user.name': 'anna',
    'event.action': 'modify',
    'event.outcome': 'success',
  })
})

it('reads log-ins to the console and to the VPN', () => {
  const raw =
    '01070417:5: AUDIT - user anna - RAW: httpd(mod_auth_pam): user=anna(anna) partition=[All] level=Administrator tty=/sbin/nologin host=10.0.0.7 attempts=1 start="Tue Mar 10 12:00:00 2026".'
  expect(read('notice httpd[1]', raw).fields).toMatchObject({
    'event.action': 'logged-in',
    'user.name': 'anna',
    'source.ip': '10.0.0.7',
  })
  expect(read('warning apmd[1]', parser.samples[2] ?? '').fields).toMatchObject({
    'event.action': 'logged-in',
    'event.outcome': 'failure',
    'user.name': 'anna',
    'event.reason': 'Preauthentication failed',
    'observer.product': 'BIG-IP APM',
  })
})

it('reads a failed handshake with both ends', () => {
  const text = '01260013:4: SSL Handshake failed for TCP 203.0.113.9:40365 -> 192.0.2.9:443'
  expect(read('warning tmm3[1]', text).fields).toMatchObject({
    'source.ip': '203.0.113.9',
    'source.port': 40365,
    'destination.ip': '192.0.2.9',
    'destination.port': 443,
    'network.transport': 'tcp',
  })
})

it('reads what the application firewall blocked, and what an iRule logged behind a host', () => {
  expect(read('ASM', parser.samples[3] ?? '').fields).toMatchObject({
    'observer.product': 'BIG-IP ASM',
    'event.action': 'blocked',
    'event.outcome': 'failure',
    'source.ip': '203.0.113.9',
    'url.path': '/admin',
    'rule.category': 'Forceful Browsing',
  })
  const rule =
    'lb1,f5_irule=log-dns,src_ip=10.0.0.7,dns_server_ip=10.0.0.53,question_name=www.example.org,question_type=A'
  expect(parseLine(`<134>Mar 10 12:00:00 ${rule}`, 'auto', context).fields).toMatchObject({
    'observer.product': 'BIG-IP LTM',
    'source.ip': '10.0.0.7',
    'dns.question.name': 'www.example.org',
  })
})

it('leaves other numbers alone', () => {
  expect(parser.parse(createLine('01070638: a door opened'), context)).toBeUndefined()
  expect(parser.parse(createLine('0107', 'tmm'), context)).toBeUndefined()
})
