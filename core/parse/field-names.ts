/** Which names of fields a line may have: senders choose them, and every name costs memory for as long as it is kept. */
export interface FieldNames {
  /** Whoever remembers an answer remembers for which `id`: it is of the payload, and another once answers are taken back. */
  readonly id: number
  /** Whether a field of this name may stay; a new name is counted. */
  allow(name: string): boolean
}

/** Names of a tenant, of which only so many fit. */
export interface CountedNames extends FieldNames {
  /** From here on until the next trial. */
  trial(): NameTrial
}

/** What was allowed for lines that are read out of order. */
interface NameTrial {
  /** Whether the last names that fit came in: asked in another order, others might have. */
  mattersOrder(): boolean
  /** Takes back what came in. */
  undo(): void
}
