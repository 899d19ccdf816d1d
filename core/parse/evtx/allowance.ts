import { Malformed } from './malformed.ts'

/** Tokens, names' and values' characters: a real chunk needs about a tenth of its share, a real record less. */
const PER_CHUNK = 1 << 22
const PER_RECORD = 1 << 19

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
