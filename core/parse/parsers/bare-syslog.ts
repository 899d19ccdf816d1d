import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { setHost, setProcessId, setProgram } from '../syslog/set-origin.ts'
import { baseName } from '../text/base-name.ts'

const MAX_HEADER = 128
/** A host perhaps, a program, its process id: without the brackets it would be any words. */
const HEADER = /^(?:([A-Za-z][\w.-]{0,62}) )?([A-Za-z/][\w.@/-]{0,47})\[(\d{1,10})\]: ?/

/** What collectors that keep time and host elsewhere leave of a header: `web01 sshd[812]: text`, `sshd[812]: text`. */
function parse({ text, program: outer }: Line): Parsed | undefined {
  const open = text.indexOf('[')
  if (open < 2 || open > MAX_HEADER) return undefined
  const [header = '', host = '', path = '', pid = ''] = HEADER.exec(text.slice(0, MAX_HEADER)) ?? []
  // Behind a header of its own it is how a program begins its message.
  if (header === '' || (host === '' && outer !== undefined)) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'syslog'
  if (host !== '') setHost(fields, host)
  const program = path.startsWith('/') ? baseName(path) : path
  setProgram(fields, program)
  setProcessId(fields, pid)
  return { time: undefined, fields, payload: { text: text.slice(header.length), program } }
}

/** An envelope, asked after all who know their text better. */
export const parser: Parser = {
  name: 'bare-syslog',
  reads: 'syslog without PRI and time: `web01 sshd[812]: text`, `sshd[812]: text`',
  version: 1,
  clues: [{ first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', next: ' .-_[/' }, { first: '/' }],
  rank: -11,
  ownNames: true,
  parse,
  samples: ['web01 backupd[812]: snapshot 17 written'],
}
