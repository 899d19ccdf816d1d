import { parseJson } from '../json/parse-json.ts'

/** JSON that stands as text in a column; undefined when it is none. */
export function readJsonText(text: unknown): unknown {
  if (typeof text !== 'string') return text
  const first = text.charAt(0)
  if (first !== '{' && first !== '[') return undefined
  try {
    return parseJson(text).value
  } catch {
    return undefined
  }
}
