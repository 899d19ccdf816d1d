import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('postfix', () => {
  it.each([
    [
      'a refusal',
      'NOQUEUE: reject: RCPT from gw.example.org[203.0.113.9]: 554 5.7.1 <bob@example.com>: Relay access denied; from=<anna@example.org> to=<bob@example.com> proto=ESMTP helo=<x>',
      {
        'event.action': 'reject',
        'event.outcome': 'failure',
        'event.reason': '554 5.7.1 <bob@example.com>: Relay access denied',
        'source.ip': '203.0.113.9',
        'source.domain': 'gw.example.org',
        'email.from.address': ['anna@example.org'],
        'email.to.address': ['bob@example.com'],
        'destination.domain': 'example.com',
        'log.syslog.appname': 'postfix/smtpd',
      },
    ],
    [
      'a delivery',
      '7B3643F820: to=<bob@example.com>, orig_to=<b>, relay=mx.example.com[198.51.100.7]:25, delay=0.08, dsn=2.0.0, status=sent (250 Ok: queued as 837B35FD17)',
      {
        'event.action': 'sent',
        'event.outcome': 'success',
        'destination.ip': '198.51.100.7',
        'destination.port': 25,
        'email.local_id': '7B3643F820',
        'postfix.queue_id.remote': '837B35FD17',
        'postfix.orig_to': 'b',
      },
    ],
    [
      'a bounce',
      '4E881222BA61: to=<b@example.com>, relay=none, delay=1.2, dsn=5.4.4, status=bounced (Host not found)',
      { 'event.outcome': 'failure', 'event.reason': 'Host not found', 'destination.domain': 'example.com' },
    ],
    [
      'a refused log-in',
      'warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=anna',
      {
        'event.action': 'authentication-failed',
        'source.ip': '203.0.113.9',
        'source.address': '203.0.113.9',
        'user.name': 'anna',
      },
    ],
    [
      'a log-in',
      '486D13F8B7: client=gw.example.org[203.0.113.9], sasl_method=PLAIN, sasl_username=anna',
      { 'event.action': 'authenticated', 'user.name': 'anna' },
    ],
    [
      'a connection without success',
      'disconnect from unknown[203.0.113.9] ehlo=1 auth=0/1 quit=1 commands=2/3',
      { 'event.action': 'disconnect', 'event.outcome': 'failure' },
    ],
    [
      'a relay that cannot be reached',
      'connect to mx.example.com[198.51.100.7]:25: No route to host',
      { 'destination.ip': '198.51.100.7', 'event.reason': 'No route to host', 'event.outcome': 'failure' },
    ],
    ['an id', '476295F5AD: message-id=<a@example.org>', { 'email.message_id': 'a@example.org' }],
    [
      'a header',
      '4E881222BA61: warning: header Subject: a from unknown[10.0.0.7]; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<pc7>',
      { 'email.from.address': ['a@example.org'], 'source.ip': '10.0.0.7', 'source.domain': 'pc7' },
    ],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'postfix@1', fields: expected })
  })

  it('keeps what syslog says', () => {
    const { fields } = read(
      '<22>Mar 10 12:00:00 mx postfix/smtpd[7]: connect from gw.example.org[203.0.113.9]',
    )
    expect(fields).toMatchObject({ 'process.name': 'smtpd', 'host.name': 'mx', 'source.ip': '203.0.113.9' })
  })

  it.each(['connect from nowhere', '476295F5AD: something', 'warning: a'])('does not read %s', (line) => {
    expect(read(line).parser).not.toBe('postfix@1')
  })
})
