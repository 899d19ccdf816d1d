'use client'

import { type RefObject, useMemo, useRef, useState } from 'react'
import type { EntityName } from './entity-name.ts'
import type { GraphActions } from './graph-actions.ts'
import type { useGraphAddress } from './use-graph-address.ts'

type Address = ReturnType<typeof useGraphAddress>

/** Every action on the graph is a change of the address. */
export function useGraphActions(
  address: Address[0],
  setAddress: Address[1],
  heading: RefObject<HTMLElement | null>,
) {
  const [pathFrom, setPathFrom] = useState<EntityName>()
  const opener = useRef<Element>(null)
  const latest = useRef(address)
  latest.current = address

  return useMemo(() => {
    const focusHeading = () => setTimeout(() => heading.current?.focus())
    const actions: GraphActions = {
      choose: (key) => void setAddress({ at: key ?? null, event: null }, { history: 'replace' }),
      add: (step) => {
        setPathFrom(undefined)
        void setAddress({ steps: [...(latest.current.steps ?? []), step] })
      },
      undo: () => {
        const left = (latest.current.steps ?? []).slice(0, -1)
        void setAddress({ steps: left.length > 0 ? left : null })
      },
      beginWith: (entity) =>
        void setAddress({ entity, alert: null, steps: null, at: null, stretch: null, event: null }),
      openEvent: (event) => void setAddress({ event }),
      startPath: setPathFrom,
    }
    /** From the table: the focus goes along, and comes back with Esc. */
    const lookAt = (key: string) => {
      opener.current = document.activeElement
      actions.choose(key)
      focusHeading()
    }
    /** One step out: from an event to what it belongs to, from there to the graph. */
    const goBack = () => {
      if (latest.current.event) {
        void setAddress({ event: null })
        focusHeading()
        return
      }
      if (!latest.current.at) return
      actions.choose(undefined)
      const back = opener.current?.isConnected ? opener.current : document.querySelector('[role=application]')
      if (back instanceof HTMLElement) back.focus()
    }
    return { actions, lookAt, goBack, pathFrom }
  }, [heading, pathFrom, setAddress])
}
