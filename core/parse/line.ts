import { type NameList, nameListOf } from './json/name-list.ts'
import { parseJson } from './json/parse-json.ts'
import type { JsonObject, Line } from './parser.ts'

class LazyLine implements Line {
  readonly text: string
  readonly whole: string
  readonly program: string | undefined
  readonly host: string | undefined
  readonly time: bigint | undefined
  #json: JsonObject | undefined
  #names: NameList | undefined
  #decoded = false
  #isCut = false

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
      this.#decode()
    }
    return this.#json
  }

  get names(): NameList | undefined {
    const { json } = this
    if (json !== undefined) this.#names ??= nameListOf(json)
    return this.#names
  }

  get isCut(): boolean {
    return this.#isCut
  }

  #decode(): void {
    const { text } = this
    if (text.charCodeAt(0) !== 0x7b || text.charCodeAt(text.length - 1) !== 0x7d) return
    try {
      const { value, isCut } = parseJson(text)
      this.#json = value as JsonObject
      this.#isCut = isCut
    } catch {
      // A text like any other.
    }
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
