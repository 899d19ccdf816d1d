import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AlertPage } from '../../../../../../features/alert/alert-page.tsx'
import { askServer } from '../../../../../../graphql/ask-server.ts'
import { AlertPlaceDocument } from '../../../../../../graphql/generated/graphql.ts'

interface AlertProps {
  params: Promise<{ tenant: string; id: string }>
}

/** Undefined too when it is another tenant's: a link never shows it among the pages of this one. */
const findAlert = cache(async (tenant: string, encoded: string) => {
  const { alert } = await askServer(AlertPlaceDocument, { id: decodeURIComponent(encoded) })
  return alert?.tenant.slug === tenant ? alert : undefined
})

export async function generateMetadata({ params }: AlertProps): Promise<Metadata> {
  const { tenant, id } = await params
  const alert = await findAlert(tenant, id).catch(() => undefined)
  return { title: alert?.ruleTitle ?? 'Alert' }
}

export default async function Alert({ params }: AlertProps) {
  const { tenant, id } = await params
  const alert = await findAlert(tenant, id)
  if (!alert) notFound()
  return <AlertPage id={alert.id} />
}
