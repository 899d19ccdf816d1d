import type { Fields } from '../../event/event.ts'
import type { Payload } from '../parser.ts'
import { baseName } from '../text/base-name.ts'
import { setProcessId } from './set-origin.ts'

const MAX_TAG = 64
const SPACE = 0x20
const COLON = 0x3a
const OPEN = 0x5b

/** Programs of macOS have names such as `Google Chrome[812]:`. */
function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x41 && code <= 0x5a
}

/** `sshd[42]:`, `sudo:`, `/usr/sbin/cron[7]:`, `sshd(pam_unix)[19937]:`: 0 where no tag stands, else its end. */
function tagEnd(text: string, at: number): number {
  let spaced = false
  for (let i = at; i < at + MAX_TAG && i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE && !(isUpper(text, at) && isUpper(text, i + 1))) return 0
    if (code === SPACE) spaced = true
    if (code === COLON && spaced) return 0
    if (code === COLON)
      return i > at && (i + 1 === text.length || text.charCodeAt(i + 1) === 0x20) ? i + 1 : 0
    if (code === OPEN) {
      const close = text.indexOf(']', i)
      const near = close > i && close - i < MAX_TAG
      return i > at && near && text.charCodeAt(close + 1) === COLON ? close + 2 : 0
    }
  }
  return 0
}

/** Whether a tag stands at `at`; a `%` opens a vendor's message, not a program. */
export function hasTag(text: string, at: number): boolean {
  return text.charCodeAt(at) !== 0x25 && tagEnd(text, at) > 0
}

/** RFC 3164 5.3: the tag into `process.*`, what follows as the payload. */
export function readTag(fields: Fields, text: string, at: number): Payload {
  const end = text.charCodeAt(at) === 0x25 ? 0 : tagEnd(text, at)
  if (end === 0) return { text: text.slice(at).trim() }
  const tag = text.slice(at, end - 1)
  const bracket = tag.indexOf('[')
  const word = bracket < 0 ? tag : tag.slice(0, bracket)
  const paren = word.indexOf('(')
  const name = baseName(paren > 0 ? word.slice(0, paren) : word)
  fields['process.name'] = name
  if (bracket > 0) setProcessId(fields, tag.slice(bracket + 1, -1))
  // Old PAM names itself here: `sshd(pam_unix)[19937]: session opened for user root`.
  const pam = paren > 0 && word.startsWith('(pam_unix)', paren)
  return { text: text.slice(end).trim(), program: pam ? 'pam_unix' : name }
}
