/** Which names of fields a line may have: senders choose them, and every name costs memory for as long as it is kept. */
export interface FieldNames {
  /** Of the payload: whoever remembers an answer remembers for which. */
  id: number
  /** Whether a field of this name may stay; a new name is counted. */
  allow(name: string): boolean
}
