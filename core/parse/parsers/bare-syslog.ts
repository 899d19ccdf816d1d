import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { setHost, setProcessId, setProgram } from '../syslog/set-origin.ts'

const MAX_HEADER = 128
/** A host, a program, its process id: without the brackets it would be any two words. */
const HEADER = /^([A-Za-z][\w.-]{0,62}) ([A-Za-z][\w.@/-]{0,47})\[(\d{1,10})\]: ?/

/** What `journalctl -o cat` and collectors that keep the time elsewhere leave of a header: `web01 sshd[812]: text`. */
function parse({ text }: Line): Parsed | undefined {
  const open = text.indexOf('[')
  if (open < 3 || open > MAX_HEADER) return undefined
  const [header = '', host = '', program = '', pid = ''] = HEADER.exec(text.slice(0, MAX_HEADER)) ?? []
  if (header === '') return undefined
  const fields = createFields()
  fields['event.dataset'] = 'syslog'
  setHost(fields, host)
  setProgram(fields, program)
  setProcessId(fields, pid)
  return { time: undefined, fields, payload: { text: text.slice(header.length), program } }
}

/** An envelope, asked after all who know their text better. */
export const parser: Parser = {
  name: 'bare-syslog',
  reads: 'syslog without PRI and time: `web01 sshd[812]: text`',
  version: 1,
  clues: [{ first: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', next: ' .-_' }],
  rank: -20,
  ownNames: true,
  parse,
  samples: ['web01 backupd[812]: snapshot 17 written'],
}
