import { checkCount } from './check-count.ts'
import { Reject } from './reject.ts'
import { startOf } from './split-lines.ts'

/** Deeper than any product nests its logs. */
const MAX_DEPTH = 100

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Splits an array of objects, one object, or objects one after the other into views of each object, verbatim: in one
 * pass over the bytes and without making values of them. Strings and brackets must close; what stands between them
 * is the parser's business.
 * @throws Reject malformed with the byte at which it went wrong, too_large
 */
export function splitJson(bytes: Buffer): Buffer[] {
  const start = skipSpace(bytes, startOf(bytes))
  if (start === bytes.length) return []
  return bytes[start] === OPEN_ARRAY ? splitArray(bytes, start + 1) : splitObjects(bytes, start)
}

function splitArray(bytes: Buffer, start: number): Buffer[] {
  const records: Buffer[] = []
  let at = skipSpace(bytes, start)
  if (bytes[at] === CLOSE_ARRAY) {
    at += 1
  } else {
    for (;;) {
      at = takeObject(bytes, at, records)
      at = skipSpace(bytes, at)
      const separator = bytes[at]
      if (separator === CLOSE_ARRAY) break
      if (separator !== COMMA) throw wrong(bytes, at, 'a comma or the end of the array was expected')
      at = skipSpace(bytes, at + 1)
    }
    at += 1
  }
  at = skipSpace(bytes, at)
  if (at < bytes.length) throw wrong(bytes, at, 'nothing may follow the array')
  return records
}

function splitObjects(bytes: Buffer, start: number): Buffer[] {
  const records: Buffer[] = []
  for (let at = start; at < bytes.length; at = skipSpace(bytes, at)) at = takeObject(bytes, at, records)
  return records
}

function takeObject(bytes: Buffer, start: number, records: Buffer[]): number {
  if (bytes[start] !== OPEN_OBJECT) throw wrong(bytes, start, 'an object was expected')
  const end = endOfObject(bytes, start)
  checkCount(records.length + 1)
  records.push(bytes.subarray(start, end))
  return end
}

const closers = new Uint8Array(MAX_DEPTH)

/** @returns the offset behind the closing brace */
function endOfObject(bytes: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfString(bytes, at)
        break
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        if (depth === MAX_DEPTH) throw wrong(bytes, at, `nested deeper than ${MAX_DEPTH}`)
        closers[depth++] = bytes[at] === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY
        break
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        if (closers[--depth] !== bytes[at]) throw wrong(bytes, at, 'this bracket closes nothing')
        if (depth === 0) return at + 1
        break
    }
  }
  throw wrong(bytes, bytes.length, `the object that began at byte ${start} does not end`)
}

/** @returns the offset of the closing quote */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) at++
    else if (byte === QUOTE) return at
  }
  throw wrong(bytes, bytes.length, `the string that began at byte ${start} does not end`)
}

function skipSpace(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && isSpace(bytes[at])) at++
  return at
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function wrong(bytes: Buffer, at: number, message: string): Reject {
  const where = at < bytes.length ? `at byte ${at}` : 'at the end'
  return new Reject('malformed', `The JSON is broken ${where}: ${message}`)
}
