import type { Metadata } from 'next'
import { TimelinePage } from '../../../../features/timeline/timeline-page.tsx'

export const metadata: Metadata = { title: 'Timeline of all tenants' }

export default function AllTimeline() {
  return <TimelinePage />
}
