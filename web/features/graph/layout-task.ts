export type LayoutKind = 'organic' | 'hierarchy' | 'concentric'

export interface Place {
  x: number
  y: number
}

/** What the worker is asked: it knows nodes by their number in the list. */
export interface LayoutTask {
  id: number
  kind: LayoutKind
  nodes: readonly {
    isSeed: boolean
    /** Set where the reader has seen it already: it stays there. */
    place: Place | undefined
  }[]
  links: readonly (readonly [from: number, to: number])[]
}

export interface LayoutResult {
  id: number
  places: readonly Place[]
}
