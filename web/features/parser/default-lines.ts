type Defaults = Record<string, string | number | boolean | readonly (string | number | boolean)[]>

/** One `name: value` a line; values of other kinds than text are JSON. */
export function printDefaults(defaults: Defaults): string {
  return Object.entries(defaults)
    .map(
      ([name, value]) =>
        `${name}: ${typeof value === 'string' && !isJson(value) ? value : JSON.stringify(value)}`,
    )
    .join('\n')
}

/** What `printDefaults` writes, and what people type. */
export function readDefaults(text: string): { defaults: Defaults; mistake?: string } {
  const defaults: Defaults = {}
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const colon = line.indexOf(':')
    if (colon < 1) return { defaults, mistake: `Write name: value, not ${line.trim()}` }
    const value = line.slice(colon + 1).trim()
    defaults[line.slice(0, colon).trim()] = isJson(value) ? JSON.parse(value) : value
  }
  return { defaults }
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== null
  } catch {
    return false
  }
}
