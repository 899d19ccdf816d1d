/** Far deeper than any product nests its logs, and far from what breaks code that walks or prints a value. */
const MAX_DEPTH = 1_000
/** A shorter text cannot be deep enough to break anything. */
const HARMLESS = 4_000

interface ParsedJson {
  value: unknown
  /** Something lay too deep and was left out. */
  isCut: boolean
}

/** @throws SyntaxError */
export function parseJson(text: string): ParsedJson {
  const value: unknown = JSON.parse(text)
  return { value, isCut: text.length > HARMLESS && cutDeep(value) }
}

/** Level by level: a function that calls itself is what a deep value would break. */
function cutDeep(value: unknown): boolean {
  let level: object[] = isHolder(value) ? [value] : []
  for (let depth = 1; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: object[] = []
    for (const holder of level)
      for (const member of Object.values(holder)) if (isHolder(member)) next.push(member)
    level = next
  }
  for (const holder of level) empty(holder)
  return level.length > 0
}

function empty(holder: object): void {
  if (Array.isArray(holder)) holder.length = 0
  else for (const name of Object.keys(holder)) delete (holder as Record<string, unknown>)[name]
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
