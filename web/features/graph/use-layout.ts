'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LayoutKind, LayoutResult, LayoutTask, Place } from './layout-task.ts'
import type { Picture } from './picture.ts'

/** A picture whose every node has its place. */
export interface LaidPicture {
  picture: Picture
  places: ReadonlyMap<string, Place>
  /** Counts up when all of it was arranged anew: time to bring it into view. */
  arranged: number
}

/**
 * Places for a picture, found in a worker. What has a place keeps it while the picture grows; another layout, another
 * beginning or `arrangeAgain` place all of it anew.
 * @param beginning changes with what the graph began with
 * @param saved places that a saved graph has; another beginning keeps to them, another layout does not
 */
export function useLayout(
  picture: Picture | undefined,
  kind: LayoutKind,
  beginning: unknown,
  saved?: ReadonlyMap<string, Place>,
) {
  const worker = useRef<Worker>(undefined)
  const places = useRef(new Map<string, Place>())
  const latest = useRef(0)
  const [laid, setLaid] = useState<LaidPicture>()
  const [turn, setTurn] = useState(0)
  const era = useRef<unknown[]>([])

  useEffect(() => {
    const created = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker.current = created
    return () => created.terminate()
  }, [])

  useEffect(() => {
    if (!picture) return
    const now = [kind, turn, beginning, saved]
    const anew = now.some((part, index) => part !== era.current[index])
    const [kindBefore = kind, turnBefore = turn] = era.current
    if (anew) places.current = new Map(kind === kindBefore && turn === turnBefore ? saved : [])
    era.current = now
    const numbers = new Map(picture.nodes.map(({ key }, index) => [key, index]))
    const task: LayoutTask = {
      id: ++latest.current,
      kind,
      nodes: picture.nodes.map(({ key, ...node }) => ({
        isSeed: node.is === 'entity' && node.isSeed,
        place: places.current.get(key),
      })),
      links: picture.edges.map(({ from, to }) => [numbers.get(from) ?? 0, numbers.get(to) ?? 0] as const),
    }
    const show = (found: readonly Place[]) => {
      picture.nodes.forEach(({ key }, index) => {
        const place = found[index]
        if (place) places.current.set(key, place)
      })
      setLaid((before) => ({
        picture,
        places: new Map(places.current),
        arranged: (before?.arranged ?? 0) + (anew ? 1 : 0),
      }))
    }
    const known = task.nodes.flatMap(({ place }) => place ?? [])
    if (known.length === task.nodes.length) return show(known)
    const listen = ({ data }: MessageEvent<LayoutResult>) => {
      if (data.id === latest.current) show(data.places)
    }
    const asked = worker.current
    asked?.addEventListener('message', listen)
    asked?.postMessage(task)
    return () => asked?.removeEventListener('message', listen)
  }, [picture, kind, beginning, turn, saved])

  const arrangeAgain = useCallback(() => setTurn((count) => count + 1), [])
  /** The reader moved a node: there it stays. */
  const keepPlace = useCallback((key: string, place: Place) => void places.current.set(key, place), [])
  /** Where all that is shown lies now, moved or not. */
  const placesNow = useCallback(
    () =>
      (picture?.nodes ?? []).flatMap(({ key }) => {
        const place = places.current.get(key)
        return place ? [{ key, x: Math.round(place.x), y: Math.round(place.y) }] : []
      }),
    [picture],
  )
  return {
    laid,
    placesNow,
    arrangeAgain,
    keepPlace,
    isArranging: picture !== undefined && laid?.picture !== picture,
  }
}
