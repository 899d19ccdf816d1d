import { readPamFailures } from '../linux/read-pam-failures.ts'
import { SSH_MESSAGES } from '../linux/ssh-messages.ts'
import { startAuthEvent } from '../linux/start-auth-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

const byInitial = new Map<string, (typeof SSH_MESSAGES)[number][]>()
for (const message of SSH_MESSAGES) {
  const initial = message[0].charAt(0)
  byInitial.set(initial, [...(byInitial.get(initial) ?? []), message])
}

/** Some hosts send sshd's messages through the kernel's log. */
const KERNEL = /^kernel: ?\[[ \d.]{1,20}\]:? /
/** A client that leaves before it logged in, or because nothing it had was accepted. */
const GIVEN_UP =
  /Auth(?:entication)? fail|[Nn]o (?:supported )?authentication methods available|authenticating user /

/** What sshd puts before messages that are graver to it than to us, and `main: sshd: `. */
function bare(text: string): string {
  if (text.startsWith('error: ') || text.startsWith('fatal: ')) return text.slice(7)
  if (text.startsWith('kernel:')) return text.replace(KERNEL, '')
  return text.startsWith('main: ') ? text.slice(6) : text
}

/** Since OpenSSH 7.6 a connection of somebody who had come so far is closed by `user`, not by an address. */
const BEFORE_ALL = /^Connection closed by [\da-fA-F.:]{2,45} port \d{1,5}$/

const isRefusal = (text: string): boolean =>
  text.startsWith('User child is on pid ') || text.includes(' not allowed because ')

function parse({ text, program }: Line): Parsed | undefined {
  if (text.startsWith('pam_') || text.startsWith('(pam_')) return undefined
  // Without a header only one of the sentences that begin so is certain to be sshd's.
  if (!program?.includes('ssh') && text.startsWith('User ') && !isRefusal(text)) return undefined
  const fields = startAuthEvent('sshd', text)
  fields['observer.vendor'] = 'OpenBSD Project'
  fields['observer.product'] = 'OpenSSH'
  fields['observer.type'] = 'server'
  if (program === undefined) fields['process.name'] = 'sshd'
  const plain = bare(text)
  const said = plain.endsWith(' [preauth]') ? plain.slice(0, -10) : plain
  for (const [prefix, action, read] of byInitial.get(said.charAt(0)) ?? []) {
    if (!said.startsWith(prefix)) continue
    fields['event.action'] = action
    read(fields, said.slice(prefix.length))
    if (action === 'ssh_disconnected' && (said !== plain || GIVEN_UP.test(said) || BEFORE_ALL.test(said))) {
      fields['event.outcome'] ??= 'failure'
    }
    return { time: undefined, fields }
  }
  if (said.startsWith('PAM ')) readPamFailures(fields, said.slice(4))
  const configuration = said.startsWith('sshd: ')
  if (configuration) fields['event.action'] = 'ssh_configuration'
  return program === undefined && !configuration ? undefined : { time: undefined, fields }
}

/** Particular enough to be known without the header that a collector took away. */
const BARE = [
  ...['Accepted password for ', 'Accepted publickey for ', 'Accepted keyboard-interactive', 'Accepted key '],
  ...['Failed password for ', 'Failed publickey for ', 'Failed none for ', 'Failed keyboard-interactive'],
  ...['Postponed publickey for ', 'Postponed keyboard-interactive', 'Partial publickey for '],
  ...['Invalid user ', 'Disconnected from ', 'Received disconnect from ', 'Connection closed by '],
  ...['Connection reset by ', 'Disconnecting invalid user ', 'Disconnecting authenticating user '],
  ...['Bad protocol version identification ', 'Did not receive identification string from '],
  ...[
    'Unable to negotiate with ',
    'ssh_dispatch_run_fatal: ',
    'input_userauth_request: ',
    'subsystem request for ',
  ],
  ...['banner exchange: Connection from ', 'Timeout before authentication for ', 'User '],
  ...[
    'error: maximum authentication attempts exceeded',
    'error: kex_exchange_identification: ',
    'error: PAM: ',
  ],
  ...['fatal: Unable to negotiate ', 'fatal: Timeout before authentication ', 'fatal: userauth_finish: '],
  ...[
    'reverse mapping checking getaddrinfo for ',
    'PAM unable to dlopen(',
    'Starting session: ',
    'Close session: ',
    'main: sshd: ',
  ],
]

export const parser: Parser = {
  name: 'sshd',
  reads: 'log-ins, refusals, sessions, disconnects and probes of OpenSSH, also without the syslog header',
  version: 1,
  clues: [
    { program: 'sshd' },
    { program: 'sshd-session' },
    { program: 'sshd-auth' },
    ...BARE.map((prefix) => ({ prefix })),
  ],
  ownNames: true,
  parse,
  samples: [
    'Accepted publickey for anna from 10.0.0.7 port 51826 ssh2: ED25519 SHA256:0n9Hh2Qb6kYv',
    'Failed password for invalid user oracle from 203.0.113.9 port 40022 ssh2',
    'Invalid user admin from 203.0.113.9 port 40022',
    'Disconnected from authenticating user root 203.0.113.9 port 40022 [preauth]',
    'fatal: Timeout before authentication for 203.0.113.9 port 40022',
    'Server listening on 0.0.0.0 port 22.',
  ],
}
