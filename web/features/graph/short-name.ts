import type { PictureNode } from './picture.ts'

const MOST = 48
const HASH_START = 10

/** What stands under a node: of a path the last part, of a hash its beginning. Panel and table have all of it. */
export function shortName({ is, kind, label }: Pick<PictureNode, 'is' | 'kind' | 'label'>): string {
  if (is === 'collection') return label
  if (kind === 'hash' && label.length > HASH_START) return `${label.slice(0, HASH_START)}…`
  const isPath = kind === 'process' || kind === 'file'
  const last = isPath ? (label.split(/[\\/]/).findLast((part) => part !== '') ?? label) : label
  return last.length > MOST ? `${last.slice(0, MOST)}…` : last
}
