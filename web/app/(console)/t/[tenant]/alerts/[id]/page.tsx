import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AlertPage } from '../../../../../../features/alert/alert-page.tsx'
import { askServer } from '../../../../../../graphql/ask-server.ts'
import { AlertPlaceDocument } from '../../../../../../graphql/generated/graphql.ts'

export const metadata: Metadata = { title: 'Alert' }

export default async function Alert({ params }: { params: Promise<{ tenant: string; id: string }> }) {
  const { tenant, id: encoded } = await params
  const id = decodeURIComponent(encoded)
  const { alert } = await askServer(AlertPlaceDocument, { id })
  if (alert?.tenant.slug !== tenant) notFound()
  return <AlertPage id={id} />
}
