import type { JsonObject } from '../parser.ts'
import { joinValues } from './join-values.ts'
import type { Value } from './read-value.ts'

/** Names come from the log: `__proto__` must be a key like any other. */
function setKey(target: JsonObject, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

/** What gathers inside one element, and the JSON that becomes of it in the manner of evtx_dump. */
export class Content {
  #attributes: JsonObject | undefined
  #json: JsonObject | undefined
  #text: Value | undefined
  /** The last number given to a name that came again. */
  #repeats: Map<string, number> | undefined
  /** Data without a name, in their order; an array counts as many of them. */
  #unnamed: Value[] | undefined

  /** Attributes come before anything else. */
  addAttribute(name: string, value: Value): void {
    if (!this.#attributes) {
      this.#attributes = {}
      this.#json = { '#attributes': this.#attributes }
    }
    setKey(this.#attributes, name, value)
  }

  addText(value: Value | undefined): void {
    this.#text = joinValues(this.#text, value)
  }

  /** @param dataName what an element `Data` calls itself, else empty */
  addElement(name: string, dataName: string, content: Content): void {
    if (name !== 'Data' || dataName !== '' || content.#json || content.#unnamed) {
      this.#addField(dataName || name, content.toJson())
      return
    }
    this.#unnamed ??= []
    const value = content.#text ?? ''
    if (Array.isArray(value)) for (const item of value) this.#unnamed.push(item)
    else this.#unnamed.push(value)
  }

  /**
   * `null` for an empty element, its text alone where there is nothing else, else an object with `#attributes`,
   * the elements by name, and `#text`.
   */
  toJson(): unknown {
    const data = this.#unnamed
    if (data) this.#addField('Data', { '#text': data.length === 1 ? data[0] : data })
    if (!this.#json) return this.#text ?? null
    if (this.#text !== undefined) this.#json['#text'] = this.#text
    return this.#json
  }

  /** What comes twice gets a number: `Header`, `Header_1`. */
  #addField(name: string, value: unknown): void {
    this.#json ??= {}
    let free = name
    while (Object.hasOwn(this.#json, free)) {
      this.#repeats ??= new Map()
      const number = (this.#repeats.get(name) ?? 0) + 1
      this.#repeats.set(name, number)
      free = `${name}_${number}`
    }
    setKey(this.#json, free, value)
  }
}
