'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Viewer } from '../../graphql/read-viewer.ts'

const Current = createContext<Viewer | undefined>(undefined)

export function useViewer(): Viewer {
  const viewer = useContext(Current)
  if (!viewer) throw new Error('Nobody is signed in')
  return viewer
}

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <Current value={viewer}>{children}</Current>
}
