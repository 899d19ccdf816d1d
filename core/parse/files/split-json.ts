import { MAX_LINE } from './read-lines.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d

/**
 * The objects of JSON that is not one to a line: an array, or objects that follow one another over several lines
 * as `evtx_dump` and `jq` print them. What stands between them is left out; objects are not checked. One of more
 * than {@link MAX_LINE} characters is cut there, so memory stays bounded.
 * @param onCut called for each object that was cut
 */
export async function* splitJson(
  texts: AsyncIterable<string>,
  onCut: () => void,
): AsyncGenerator<readonly string[]> {
  let depth = 0
  let quoted = false
  let escaped = false
  let parts: string[] = []
  let length = 0
  const keep = (part: string): void => {
    if (length <= MAX_LINE) parts.push(part)
    length += part.length
  }
  const take = (): string => {
    const whole = parts.join('')
    if (length > MAX_LINE) onCut()
    parts = []
    length = 0
    return whole.slice(0, MAX_LINE)
  }
  for await (const text of texts) {
    const found: string[] = []
    let start = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (quoted) {
        if (escaped) escaped = false
        else if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) quoted = false
      } else if (code === QUOTE) quoted = true
      else if (code === OPEN) {
        if (depth++ === 0) start = i
      } else if (code === CLOSE && depth > 0 && --depth === 0) {
        keep(text.slice(start, i + 1))
        found.push(take())
      }
    }
    if (depth > 0) keep(text.slice(start))
    if (found.length > 0) yield found
  }
  if (length > 0) yield [take()]
}
