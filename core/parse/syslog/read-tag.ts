import type { Fields } from '../../event/event.ts'
import type { Payload } from '../parser.ts'
import { baseName } from '../text/base-name.ts'
import { setProcessId, setProgram } from './set-origin.ts'

const MAX_TAG = 64
const SPACE = 0x20
const COLON = 0x3a
const OPEN = 0x5b

/** Programs of macOS have names such as `Google Chrome[812]:`, with versions such as `Foo 2.1[94]:`. */
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** `] (com.example.agent[42]): `, launchd naming the job it speaks of, is part of the tag. */
function jobEnd(text: string, at: number): number {
  const close =
    text.charCodeAt(at) === SPACE && text.charCodeAt(at + 1) === 0x28 ? text.indexOf('):', at) : -1
  return close > 0 && close - at < 128 ? close + 2 : 0
}

/** `sshd[42]:`, `sudo:`, `/usr/sbin/cron[7]:`, `sshd(pam_unix)[19937]:`: 0 where no tag stands, else its end. */
function tagEnd(text: string, at: number): number {
  let spaced = false
  const capital = isUpper(text.charCodeAt(at))
  for (let i = at; i < at + MAX_TAG && i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE) {
      const next = text.charCodeAt(i + 1)
      if (!capital || !(isUpper(next) || isDigit(next))) return 0
      spaced = true
    } else if (code === COLON) {
      if (spaced || i === at) return 0
      if (i + 1 === text.length || text.charCodeAt(i + 1) === SPACE) return i + 1
      return 0
    } else if (code === OPEN) {
      const close = text.indexOf(']', i)
      if (!(i > at && close > i && close - i < MAX_TAG)) return 0
      return text.charCodeAt(close + 1) === COLON ? close + 2 : jobEnd(text, close + 1)
    }
  }
  return 0
}

/** Texts that name no program of their own: what stands before them is one. */
function opensPayload(text: string, at: number): boolean {
  return text.startsWith('{"', at) || text.startsWith('CEF:', at) || text.startsWith('LEEF:', at)
}

/** `app {"a":1}`, `app CEF:0|`, `vectra_cef -: CEF:0|`: a program without its colon. */
function looseEnd(text: string, at: number): number {
  let end = at
  while (end - at < MAX_TAG && (text.charCodeAt(end) > SPACE || end === at)) end++
  if (text.charCodeAt(end) !== SPACE || !/^[A-Za-z][\w./-]*$/.test(text.slice(at, end))) return 0
  if (opensPayload(text, end + 1)) return end
  // Apache's error log, piped into logger without a tag's colon.
  if (/^ \[(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(text.slice(end, end + 6))) return end
  return text.startsWith(' -: ', end) ? end + 3 : 0
}

/** Whether a tag stands at `at`; a `%` opens a vendor's message, not a program. */
export function hasTag(text: string, at: number): boolean {
  return text.charCodeAt(at) !== 0x25 && tagEnd(text, at) > 0
}

/** `[sshd]: text`, `[358]: text`: a program, or a process id alone. */
function readBracketed(fields: Fields, text: string, at: number): Payload {
  const close = text.indexOf(']: ', at)
  const word = close < 0 || close - at > MAX_TAG ? '' : text.slice(at + 1, close)
  if (!/^[\w.-]+$/.test(word)) return { text: text.slice(at).trim() }
  const rest = text.slice(close + 3).trim()
  if (/^\d+$/.test(word)) {
    setProcessId(fields, word)
    return { text: rest }
  }
  setProgram(fields, word)
  return { text: rest, program: word }
}

/** RFC 3164 5.3: the tag into `process.*`, what follows as the payload. */
export function readTag(fields: Fields, text: string, at: number): Payload {
  if (text.charCodeAt(at) === 0x25) return { text: text.slice(at).trim() }
  const end = tagEnd(text, at)
  if (end === 0) {
    if (text.charCodeAt(at) === OPEN) return readBracketed(fields, text, at)
    const loose = looseEnd(text, at)
    if (loose === 0) return { text: text.slice(at).trim() }
    const name = text.slice(at, text.indexOf(' ', at))
    setProgram(fields, name)
    return { text: text.slice(loose).trim(), program: name }
  }
  const tag = text.slice(at, end - 1)
  const bracket = tag.indexOf('[')
  const word = (bracket < 0 ? tag : tag.slice(0, bracket)).trim()
  const paren = word.indexOf('(')
  const name = baseName(paren > 0 ? word.slice(0, paren) : word)
  setProgram(fields, name)
  if (bracket > 0) setProcessId(fields, tag.slice(bracket + 1, tag.indexOf(']', bracket)))
  // Old PAM names itself here: `sshd(pam_unix)[19937]: session opened for user root`.
  const pam = paren > 0 && word.startsWith('(pam_unix)', paren)
  return { text: text.slice(end).trim(), program: pam ? 'pam_unix' : name }
}
