import type { Metadata } from 'next'
import { TimelinePage } from '../../../../../features/timeline/timeline-page.tsx'

export const metadata: Metadata = { title: 'Timeline' }

export default function Timeline() {
  return <TimelinePage />
}
