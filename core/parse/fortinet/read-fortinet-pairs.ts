import { readPairs } from '../text/read-pairs.ts'
import { startsWithPair } from '../text/starts-with-pair.ts'

const MAX_FIRST = 80

/** Pairs between blanks or commas: what stands behind the first says which; undefined for other text. */
export function readFortinetPairs(text: string): Map<string, string> | undefined {
  if (!startsWithPair(text)) return undefined
  const first = text.slice(0, MAX_FIRST)
  const comma = first.indexOf(',')
  const blank = first.indexOf(' ')
  const byComma = comma > 0 && (blank < 0 || comma < blank)
  return readPairs(text, byComma ? ',' : ' ')
}
