import type { KeptMark } from '../keep/kept-marks.ts'

/** What is kept of events, and how to keep more of one. */
export interface Keeping {
  /** By id of the event. */
  marks: ReadonlyMap<string, KeptMark>
  /** Undefined for readers: they change nothing. */
  onPin: ((event: string) => void) | undefined
  /** Opens its details and begins to write. */
  onWrite: ((event: string, what: 'note' | 'tag') => void) | undefined
}

/** The keys that keep something of an event, wherever one is marked. @returns whether the key means something */
export function keepByKey({ onPin, onWrite }: Keeping, key: string, event: string | undefined): boolean {
  if (event === undefined) return false
  if (key === 'p' && onPin) onPin(event)
  else if (key === 'n' && onWrite) onWrite(event, 'note')
  else if (key === '#' && onWrite) onWrite(event, 'tag')
  else return false
  return true
}
