/**
 * What the maps forget: `fields` and `odd` hold text, `kinds` says what the text was.
 *
 * A row's kinds are entries `name US code RS` in one text, the same for all events of one shape, so that a
 * dictionary column holds it. Codes: `s` text, `n` number, `b` boolean; `l` before the codes of a list's elements,
 * of which one stands for all when they are alike. Unlisted: text in `fields`, a list of text in `odd`.
 */
import type { FieldValue, Scalar } from '../event/event.ts'

const BETWEEN = '\u001f'
const AFTER = '\u001e'

export function kindEntry(name: string, code: string): string {
  return `${name}${BETWEEN}${code}${AFTER}`
}

export function kindOf(value: Scalar): 'n' | 'b' | 's' {
  return typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's'
}

export function kindOfList(values: readonly Scalar[]): string {
  const codes = values.map(kindOf)
  const first = codes[0] ?? 's'
  return `l${codes.every((code) => code === first) ? first : codes.join('')}`
}

export function readKinds(kinds: string): ReadonlyMap<string, string> {
  if (kinds === '') return NONE
  return new Map(
    kinds.split(AFTER).flatMap((entry) => {
      const middle = entry.lastIndexOf(BETWEEN)
      return middle < 0 ? [] : [[entry.slice(0, middle), entry.slice(middle + 1)] as const]
    }),
  )
}

const NONE: ReadonlyMap<string, string> = new Map()

/** A text of the maps as the value it was. */
export function scalarOf(text: string, code: string | undefined): Scalar {
  if (code === 'n') return Number(text)
  return code === 'b' ? text === 'true' : text
}

export function oddValueOf(texts: readonly string[], code: string | undefined): FieldValue {
  if (code !== undefined && !code.startsWith('l')) return scalarOf(texts[0] ?? '', code)
  const codes = code?.slice(1) ?? 's'
  return texts.map((text, index) => scalarOf(text, codes.length === 1 ? codes : codes[index]))
}
