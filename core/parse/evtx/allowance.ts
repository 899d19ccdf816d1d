import { Malformed } from './malformed.ts'

/** In about characters of JSON. A chunk full of real records needs a fifth, the longest text half a record's share. */
const PER_CHUNK = 1 << 20
const PER_RECORD = 1 << 18

/** How far a chunk may unfold: templates that use one value many times would otherwise multiply. */
export class Allowance {
  #chunk = PER_CHUNK
  #record = PER_RECORD

  startRecord(): void {
    this.#record = PER_RECORD
  }

  spend(cost: number): void {
    this.#record -= cost
    this.#chunk -= cost
    if (this.#record < 0 || this.#chunk < 0) throw new Malformed('unfolds to far more than it holds')
  }
}
