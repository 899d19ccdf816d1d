import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventPage } from '../../../../../../features/event/event-page.tsx'
import { askServer } from '../../../../../../graphql/ask-server.ts'
import { EventPlaceDocument } from '../../../../../../graphql/generated/graphql.ts'

export const metadata: Metadata = { title: 'Event' }

export default async function Event({ params }: { params: Promise<{ tenant: string; id: string }> }) {
  const { tenant, id: encoded } = await params
  const id = decodeURIComponent(encoded)
  const { event } = await askServer(EventPlaceDocument, { id })
  // A link never shows one tenant's event among the pages of another.
  if (event?.tenant.slug !== tenant) notFound()
  return <EventPage id={id} />
}
