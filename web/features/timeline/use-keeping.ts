'use client'

import { useMemo, useState } from 'react'
import type { TimeRange } from '../../graphql/generated/graphql.ts'
import type { Writing } from '../keep/event-notes.tsx'
import { mayKeep } from '../keep/may-keep.ts'
import { useKeep } from '../keep/use-keep.ts'
import { useKept } from '../keep/use-kept.ts'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import type { Keeping } from './keeping.ts'

/** What is kept of events of a time range, and how to keep more. @param open opens the details of an event */
export function useKeeping(range: TimeRange | undefined, open: (event: string) => void) {
  const { slugs, tenant } = useScope()
  const viewer = useViewer()
  const marks = useKept(slugs, range)
  const keep = useKeep()
  const [writing, setWriting] = useState<Writing>()
  const may = mayKeep(viewer.tenants, tenant?.slug ?? '')
  const keeping = useMemo(
    (): Keeping => ({
      marks,
      onPin: may
        ? (event) => {
            const own = marks.get(event)?.ownPin
            void (own ? keep.remove(own) : keep.add(event, 'pin'))
          }
        : undefined,
      onWrite: may
        ? (event, what) => {
            open(event)
            setWriting({ event, what })
          }
        : undefined,
    }),
    [keep, marks, may, open],
  )
  return { keeping, writing }
}
