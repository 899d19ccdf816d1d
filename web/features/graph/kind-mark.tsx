import type { EntityKind } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import styles from './kind-mark.module.css'
import { NODE_SHAPES } from './node-shapes.ts'

interface KindMarkProps {
  kind: EntityKind
  isInternal?: boolean
}

/** The shape of a kind as the picture has it: filled where internal. */
export function KindMark({ kind, isInternal = true }: KindMarkProps) {
  const corners = NODE_SHAPES[kind]
  const className = joinClass(styles.mark, isInternal && styles.internal)
  return (
    <svg width="14" height="14" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true" className={className}>
      {corners ? <polygon points={corners} /> : <circle r="0.95" />}
    </svg>
  )
}
