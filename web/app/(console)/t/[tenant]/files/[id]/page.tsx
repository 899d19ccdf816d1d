import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FilePage } from '../../../../../../features/file/file-page.tsx'
import { askServer } from '../../../../../../graphql/ask-server.ts'
import { FilePlaceDocument } from '../../../../../../graphql/generated/graphql.ts'

interface FileProps {
  params: Promise<{ tenant: string; id: string }>
}

/** Undefined too when it is another tenant's: a link never shows it among the pages of this one. */
const findFile = cache(async (tenant: string, encoded: string) => {
  const { droppedFile } = await askServer(FilePlaceDocument, { id: decodeURIComponent(encoded) })
  return droppedFile?.tenant.slug === tenant ? droppedFile : undefined
})

export async function generateMetadata({ params }: FileProps): Promise<Metadata> {
  const { tenant, id } = await params
  const file = await findFile(tenant, id).catch(() => undefined)
  return { title: file?.name ?? 'File' }
}

export default async function File({ params }: FileProps) {
  const { tenant, id } = await params
  const file = await findFile(tenant, id)
  if (!file) notFound()
  return <FilePage id={file.id} />
}
