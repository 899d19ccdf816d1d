import type { Fields } from '../../event/event.ts'
import { compilePattern, type PatternReader, type PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

type Setter = PatternSetter<Fields>

/** `EXAMPLE\anna`, `anna@example.org` alone. */
const user: Setter = (fields, value) => {
  const slash = value.indexOf('\\')
  fields['user.name'] = value.slice(slash + 1)
  if (slash > 0) fields['user.domain'] = value.slice(0, slash)
}

/** `EXAMPLE\anna@10.0.0.7`: the last at parts the address. */
const userAt: Setter = (fields, value) => {
  const bare = value.replaceAll("'", '').replace(/\.$/, '')
  const at = bare.lastIndexOf('@')
  user(fields, at < 0 ? bare : bare.slice(0, at))
  if (at > 0) setPeer(fields, 'source', bare.slice(at + 1))
}

const SETTERS: Readonly<Record<string, Setter>> = {
  user,
  userAt,
  src: (fields, value) => setPeer(fields, 'source', value),
  host: (fields, value) => {
    const colon = value.lastIndexOf(':')
    const port = wholeNumber(value.slice(colon + 1))
    setPeer(fields, 'destination', colon > 0 && port !== undefined ? value.slice(0, colon) : value, port)
  },
  reason: (fields, value) => {
    fields['event.reason'] = value
  },
  agent: (fields, value) => {
    fields['user_agent.original'] = value
  },
  command: (fields, value) => {
    fields['process.command_line'] = value
  },
  file: (fields, value) => {
    fields['file.path'] = value
  },
}

type Outcome = 'success' | 'failure' | undefined

const MESSAGES: readonly (readonly [pattern: string, action: string, outcome?: Outcome])[] = [
  ['Accepted password for user {user} from {src}', 'logged-in', 'success'],
  ['Rejected password for user {user} from {src}', 'logged-in', 'failure'],
  ['Cannot login user {userAt}: {reason}', 'logged-in', 'failure'],
  ['Cannot login {userAt}', 'logged-in', 'failure'],
  ['Failed login {user} from {src} at ', 'logged-in', 'failure'],
  ['User {userAt} logged in as {agent}', 'logged-in', 'success'],
  ['User {userAt} logged in', 'logged-in', 'success'],
  ['User {userAt} logged out', 'logged-out', 'success'],
  ['User login from {src} succeeded', 'logged-in', 'success'],
  ['SSH session was opened for {userAt}', 'ssh-opened', 'success'],
  ['SSH session was closed for {userAt}', 'ssh-closed', 'success'],
  ['SSH access has been {reason}', 'ssh-access-changed'],
  ['Launching binary: {command}', 'process-started'],
  ['Processing file: {file}', 'file-read'],
  ['Connection to {host} ({}) failed with error {reason}', 'connection-failed', 'failure'],
]

const readers: (readonly [read: PatternReader<Fields>, action: string, outcome: Outcome])[] = MESSAGES.map(
  ([pattern, action, outcome]) => [compilePattern<Fields>(pattern, SETTERS), action, outcome],
)

/** What ESXi and vCenter say, behind their header. */
export function readVmwareMessage(fields: Fields, message: string): void {
  for (const [read, action, outcome] of readers) {
    if (!read(fields, message)) continue
    fields['event.action'] = action
    if (outcome !== undefined) fields['event.outcome'] = outcome
    return
  }
}
