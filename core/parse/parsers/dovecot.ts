import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { envelopeValue } from '../mail/set-envelope.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { tai64nAtStart } from '../time/parse-tai64n.ts'

const SERVICES = ['imap-login', 'pop3-login', 'managesieve-login', 'submission-login', 'sieve-login']
const PROGRAMS = ['dovecot', ...SERVICES, 'auth-worker', 'auth']
/** `ldap(anna,203.0.113.9,<session>): Password mismatch`; newer: `auth(anna,203.0.113.9,sasl:login)<id>: sql: ...`. */
const AUTH =
  /\b[\w-]{2,20}\(([^,()]{1,200}),([\da-fA-F.:]{2,45})(?:,[^)]{0,100})?\)(?:<[^>]{0,64}>)?: (?:Info: |Error: )?(.{1,300})/
const REFUSED =
  /unknown user|password mismatch|failed|not allowed|permission denied|disabled|expired|invalid/i
const FAILED =
  /\(auth failed|disallowed (?:plaintext|cleartext)|no_auth_attempts|before auth was ready|didn't finish SASL|tls_handshake_not_finished|\(auth_failed\)|proxy_dest_auth_failed|auth_process_not_ready|cleartext authentication/

function setLogin(fields: Fields, service: string, said: string): void {
  fields['network.protocol'] = service.replace('-login', '')
  const user = envelopeValue(said, 'user')
  const remote = envelopeValue(said, 'rip')
  const local = envelopeValue(said, 'lip')
  const method = envelopeValue(said, 'method')
  const session = envelopeValue(said, 'session')
  if (user) fields['user.name'] = user
  if (remote && isIp(remote)) setPeer(fields, 'source', remote)
  if (local && isIp(local)) setPeer(fields, 'destination', local)
  if (method) fields['dovecot.method'] = method
  if (session) fields['dovecot.session'] = session
  if (said.startsWith('Login: ')) {
    fields['event.action'] = 'logged-in'
    fields['event.outcome'] = 'success'
  } else if (FAILED.test(said.slice(0, 1_000))) {
    fields['event.action'] = said.includes('tls_handshake') ? 'tls-error' : 'authentication-failed'
    fields['event.outcome'] = 'failure'
  } else fields['event.action'] = 'disconnected'
  const reason = /^[^:(]{0,60}(?:: [^(]{0,200})?\(([^)]{1,200})\)/.exec(said)?.[1]
  if (reason !== undefined) fields['event.reason'] = reason
}

/** Log-ins of all of Dovecot's services, also where multilog put its own time in front. */
function parse({ text, program }: Line): Parsed | undefined {
  const time = tai64nAtStart(text)
  const whole = time === undefined ? text : text.slice(26)
  const fields = createFields()
  fields['event.module'] = 'dovecot'
  fields['event.dataset'] = 'dovecot.log'
  if (whole.startsWith('dovecot-auth: ')) {
    return { time, fields, payload: { text: whole.slice(14), program: 'dovecot-auth' } }
  }
  const said = whole.replace(/^(?:dovecot: )?(?:Info: )?/, '')
  const service =
    program !== undefined && SERVICES.includes(program)
      ? program
      : SERVICES.find((name) => said.startsWith(`${name}: `))
  fields.message = whole
  if (service !== undefined) {
    const rest = said.startsWith(`${service}: `) ? said.slice(service.length + 2) : said
    setLogin(fields, service, rest.replace(/^(?:Info|Warning|Error|Debug): /, ''))
    return { time, fields }
  }
  const auth = AUTH.exec(said.slice(0, 900))
  if (auth?.[2] && isIp(auth[2]) && REFUSED.test(auth[3] ?? '')) {
    fields['user.name'] = auth[1] ?? ''
    setPeer(fields, 'source', auth[2])
    fields['event.action'] = 'authentication-failed'
    fields['event.outcome'] = 'failure'
    fields['event.reason'] = auth[3] ?? ''
    return { time, fields }
  }
  const session =
    /^(imap|pop3|lmtp|lda)\(([^)]{1,200})\)(?:<\d{1,10}>)?(?:<[^>]{1,64}>)?: (?:Info: )?(.{0,500})/.exec(
      said.slice(0, 900),
    )
  if (!session) return undefined
  fields['network.protocol'] = session[1] ?? ''
  fields['user.name'] = (session[2] ?? '').split(',', 1)[0] ?? ''
  fields['event.action'] = /^(?:Logged out|Disconnected|Connection closed)/.test(session[3] ?? '')
    ? 'logged-out'
    : 'mail-action'
  return { time, fields }
}

export const parser: Parser = {
  name: 'dovecot',
  reads: 'log-ins, refusals and sessions of Dovecot, also with the times of multilog',
  version: 1,
  clues: [
    ...PROGRAMS.map((program) => ({ program })),
    ...SERVICES.map((service) => ({ prefix: `${service}: ` })),
    { prefix: '@4' },
    { prefix: 'auth-worker(' },
    { prefix: 'auth(' },
    { prefix: 'auth: ' },
  ],
  ownNames: true,
  parse,
  samples: [
    'imap-login: Disconnected (auth failed, 2 attempts in 9 secs): user=<anna>, method=PLAIN, rip=203.0.113.9, lip=10.0.0.5, TLS, session=<YADINsQCDs5BH8Pg>',
    'imap-login: Login: user=<anna>, method=PLAIN, rip=203.0.113.9, lip=10.0.0.5, mpid=7, TLS, session=<YADINsQCDs5BH8Pg>',
    'auth: ldap(anna,203.0.113.9,<LZmGp6mZaMrAqLIZ>): Password mismatch',
  ],
}
