import type { JsonObject, Line } from './parser.ts'

class LazyLine implements Line {
  readonly text: string
  readonly whole: string
  readonly program: string | undefined
  readonly host: string | undefined
  readonly time: bigint | undefined
  #json: JsonObject | undefined
  #decoded = false

  constructor(
    whole: string,
    program: string | undefined,
    host: string | undefined,
    time: bigint | undefined,
  ) {
    this.text = trimmed(whole)
    this.whole = whole
    this.program = program
    this.host = host
    this.time = time
  }

  get json(): JsonObject | undefined {
    if (!this.#decoded) {
      this.#decoded = true
      this.#json = decode(this.text)
    }
    return this.#json
  }
}

function decode(text: string): JsonObject | undefined {
  if (text.charCodeAt(0) !== 0x7b || text.charCodeAt(text.length - 1) !== 0x7d) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `String.trim` also takes the byte order mark; most lines need no copy. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  const tidy = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
  return tidy ? text : text.trim()
}

export function createLine(text: string, program?: string, host?: string, time?: bigint): Line {
  return new LazyLine(text, program?.toLowerCase(), host, time)
}
