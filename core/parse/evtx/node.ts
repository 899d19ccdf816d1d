/** Text, or the index of the value that a substitution puts there. */
export type Part = string | number

export interface Attribute {
  name: string
  parts: Part[]
}

export interface ElementNode {
  name: string
  attributes: Attribute[]
  children: (ElementNode | Part)[]
}

/** A value of a template instance: its type by [MS-EVEN6] 2.2.12 and where it is in the chunk. */
export interface StoredValue {
  type: number
  at: number
  size: number
}

/** An element with the values for its substitutions; without a template there are none. */
export interface Bound {
  element: ElementNode
  values: readonly StoredValue[]
}
