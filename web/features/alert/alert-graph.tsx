'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { TimeRange } from '../ask/time-range.ts'
import { entityAddress } from '../entity/entity-address.ts'
import { drawPicture } from '../graph/draw-picture.ts'
import { ENTITY_KINDS } from '../graph/entity-kinds.ts'
import { GraphCanvas } from '../graph/graph-canvas.tsx'
import type { InstantRange } from '../graph/instant-range.ts'
import { sizeWords } from '../graph/size-words.ts'
import { useGraph } from '../graph/use-graph.ts'
import { useLayout } from '../graph/use-layout.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './alert-graph.module.css'

interface AlertGraphProps {
  alert: string
  range: InstantRange
  asked: TimeRange
}

const LIMITS = { nodes: 60, edges: 200, collectAbove: 8 }
const NO_STEPS: never[] = []
const NONE_FAINT: ReadonlySet<string> = new Set()

/** Who was where and what spoke to what around the alert: enough to see, the page of it has more. */
export function AlertGraph({ alert, range, asked }: AlertGraphProps) {
  const { base: address, tenant } = useScope()
  const router = useRouter()
  const [chosen, setChosen] = useState<string>()
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry asks again
  const seed = useMemo(() => ({ alert }), [alert, turn])
  const { base, answers, failure } = useGraph(tenant?.slug ?? '', seed, range, NO_STEPS, LIMITS)
  const picture = useMemo(() => base && drawPicture(base, NO_STEPS, answers), [base, answers])
  const { laid, keepPlace } = useLayout(picture, 'organic', base)
  if (failure) return <FailureState failure={failure} onRetry={() => setTurn((count) => count + 1)} />
  if (!laid) return <Skeleton rows={10} />
  if (laid.picture.edges.length === 0)
    return <p className={styles.words}>Its events tie nothing together: they name one thing each.</p>
  const node = laid.picture.nodes.find(({ key }) => key === chosen)
  const page = node?.is === 'entity' && node.kind !== 'rule' ? entityAddress(address, node, asked) : undefined
  return (
    <>
      <div className={styles.canvas}>
        <GraphCanvas
          isInline
          laid={laid}
          isLarge={false}
          faint={NONE_FAINT}
          chosen={chosen}
          onChoose={setChosen}
          onMove={keepPlace}
          onEnter={() => {
            if (node?.is === 'entity' && node.kind !== 'rule')
              router.push(entityAddress(address, node, asked))
          }}
        />
      </div>
      <p className={styles.words} role="status">
        {node ? `${ENTITY_KINDS[node.kind].one} ${node.label}` : sizeWords(laid.picture)}
        {page ? ': Enter opens its page' : null}
      </p>
    </>
  )
}
