'use client'

import { useMemo } from 'react'
import type { OpenView } from '../keep/use-saved-view.ts'
import type { Place } from './layout-task.ts'

/** Places of a saved graph, by key of the node. Saving them anew moves nothing. */
export function useSavedPlaces(view: OpenView | undefined): ReadonlyMap<string, Place> | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved meanwhile lies where it lies
  return useMemo(() => view && new Map(view.places.map(({ key, x, y }) => [key, { x, y }])), [view?.id])
}
