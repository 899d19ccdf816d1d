import type { Metadata } from 'next'
import { GraphPage } from '../../../../../features/graph/graph-page.tsx'

export const metadata: Metadata = { title: 'Network graph' }

export default function Graph() {
  return <GraphPage />
}
