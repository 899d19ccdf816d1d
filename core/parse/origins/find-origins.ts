import type { FieldValue } from '../../event/event.ts'
import { type Edit, editsOf, wordsOf } from './edit.ts'
import { followEdit } from './follow-edit.ts'
import { joinSegments, type Stretch } from './join-segments.ts'
import type { Reading, ReadText } from './reading.ts'
import { type Segment, widen } from './widen.ts'

/**
 * `line`      a stretch holds the value, one for each of a list, perhaps in another case or escaped
 * `computed`  the value follows from the text of the stretches: a time, a number in words, two values joined
 * `parser`    nothing in the line says it in as many words: the parser does, for lines of this kind
 */
export type OriginKind = 'line' | 'computed' | 'parser'

export interface FieldOrigin {
  kind: OriginKind
  /** In UTF-16 code units of the line, in its order. */
  stretches: readonly Stretch[]
  /** `name@version` */
  parser: string
}

export interface Origins {
  reading: Reading
  /** By field that parsers read. */
  fields: ReadonlyMap<string, FieldOrigin>
  /** False where the line is too long for each of its words to be tried. */
  isComplete: boolean
}

const LONGEST_LINE = 64 * 1024
/** Characters that are read again at most, all edits together. */
const MOST_READ = 12_000_000
const MOST_STRETCHES = 16
const MOST_PLACES = 8
const READING = 300

/**
 * Where the values of a line's fields come from, found out by reading it again with one word changed: a value that
 * changes in the same way was read there, whatever parser did it, and whatever else in the line looks the same.
 */
export function* findOrigins(raw: string, read: ReadText): Generator<undefined, Origins> {
  const reading = read(raw)
  const search = createSearch(raw, reading)
  let left = raw.length > LONGEST_LINE ? 0 : MOST_READ
  const readEdited = (edit: Edit): Reading | undefined => {
    left -= raw.length + READING
    if (left < 0) return undefined
    return read(raw.slice(0, edit.at) + edit.text + raw.slice(edit.at + edit.text.length))
  }

  const words = left > 0 ? wordsOf(raw) : []
  let place = 0
  for (const word of words) {
    const [edit, other] = editsOf(word)
    const after = edit && readEdited(edit)
    if (left < 0) break
    if (edit && after && search.take(edit, after) && other) {
      const again = readEdited(other)
      if (again) search.takeComputed({ ...word, place }, after, again)
    }
    place++
    yield
  }
  for (const edit of left > 0 ? search.signs() : []) {
    const after = readEdited(edit)
    if (after) search.take(edit, after)
    yield
  }
  return { reading, fields: search.result(), isComplete: left > 0 }
}

function createSearch(raw: string, { fields, owners, chain, parser }: Reading) {
  /** By field, a list of segments for each of its values. */
  const segments = new Map<string, Segment[][]>()
  const computed = new Map<string, { place: number; at: number; end: number }[]>()

  function follow(field: string, before: string[], after: string[], edit: Edit): boolean {
    let follows = false
    if (before.length !== after.length) return false
    for (const [index, value] of before.entries()) {
      const other = after[index] ?? ''
      if (other === value) continue
      for (const from of followEdit(value, other, raw, edit)) {
        const known = segments.get(field) ?? before.map(() => [])
        const mine = known[index] ?? []
        const segment = { start: edit.at, end: edit.at + edit.text.length, from, to: from + edit.text.length }
        if (!mine.some((one) => isWithin(segment, one))) {
          const wide = widen(raw, segment, value)
          // The last digit of a sum changes as that of a summand does.
          if (!isWhole(wide, raw, value)) continue
          mine.push(wide)
        }
        segments.set(field, known)
        follows = true
      }
    }
    return follows
  }

  return {
    /** @returns whether a field changed in another way than the line did */
    take(edit: Edit, after: Reading): boolean {
      let isOther = false
      for (const [field, value] of fields) {
        const now = after.fields.get(field)
        if (now === undefined || isEqual(value, now)) continue
        // Another parser that reads the edited line says nothing about the one that read this.
        if (after.owners.get(field) !== owners.get(field)) continue
        if (!follow(field, textsOf(value), textsOf(now), edit)) isOther ||= after.chain === chain
      }
      return isOther
    },
    /** What changed with each of two edits, every time otherwise, follows from the word. */
    takeComputed(word: { at: number; text: string; place: number }, after: Reading, again: Reading): void {
      if (again.chain !== chain) return
      for (const [field, value] of fields) {
        const [one, two] = [after.fields.get(field), again.fields.get(field)]
        if (one === undefined || two === undefined) continue
        if (isEqual(one, value) || isEqual(two, value) || isEqual(one, two)) continue
        const known = computed.get(field) ?? []
        known.push({ place: word.place, at: word.at, end: word.at + word.text.length })
        computed.set(field, known)
      }
    },
    /** Edits for values without a letter or digit: each place where they stand. */
    *signs(): Generator<Edit> {
      const values = new Set(
        [...fields].flatMap(([field, value]) =>
          typeof value === 'string' && !segments.has(field) && /^[^\p{L}\p{N}]+$/u.test(value) ? [value] : [],
        ),
      )
      for (const value of values) {
        let at = raw.indexOf(value)
        for (let count = 0; at >= 0 && count < MOST_PLACES; count++) {
          yield { at, text: 'x' }
          at = raw.indexOf(value, at + 1)
        }
      }
    },
    result(): Map<string, FieldOrigin> {
      return new Map(
        [...fields].map(([field, value]) => [
          field,
          {
            ...originOf(textsOf(value), segments.get(field), computed.get(field)),
            parser: owners.get(field) ?? parser,
          },
        ]),
      )
    },
  }
}

function originOf(
  values: readonly string[],
  segments: readonly Segment[][] | undefined,
  computed: readonly { place: number; at: number; end: number }[] | undefined,
): Omit<FieldOrigin, 'parser'> {
  const joined = values.map((value, index) => joinSegments(segments?.[index] ?? [], value))
  const found = joined.flatMap(({ stretches }) => stretches)
  if (joined.every(({ stretches, isWhole }) => isWhole && stretches.length === 1))
    return { kind: 'line', stretches: tidy(found) }
  const words: Stretch[] = []
  let last = Number.NaN
  for (const { place, at, end } of computed ?? []) {
    const stretch = words.at(-1)
    if (stretch && place === last + 1) stretch.end = end
    else words.push({ start: at, end })
    last = place
  }
  const all = tidy([...found, ...words])
  return all.length > 0 ? { kind: 'computed', stretches: all } : { kind: 'parser', stretches: [] }
}

/** In the order of the line, each part once. */
function tidy(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged.slice(0, MOST_STRETCHES)
}

/** The value, or words of it and of the line that are not cut. */
function isWhole({ start, end, from, to }: Segment, raw: string, value: string): boolean {
  // A digit of a number is not where another number was read, though they may change alike.
  if (isInNumber(raw, start) || isInNumber(raw, end)) return false
  if (to - from === value.length) return true
  return !isInWord(raw, start) && !isInWord(raw, end) && !isInWord(value, from) && !isInWord(value, to)
}

function isInNumber(text: string, place: number): boolean {
  return /^\d\d$/.test(text.slice(place - 1, place + 1))
}

function isInWord(text: string, place: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(place - 1, place + 1))
}

function isWithin(segment: Segment, one: Segment): boolean {
  return (
    one.start <= segment.start && segment.end <= one.end && one.from <= segment.from && segment.to <= one.to
  )
}

function textsOf(value: FieldValue): string[] {
  return typeof value === 'object' ? value.map(String) : [String(value)]
}

function isEqual(one: FieldValue, other: FieldValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.length === other.length && one.every((value, index) => value === other[index])
}
