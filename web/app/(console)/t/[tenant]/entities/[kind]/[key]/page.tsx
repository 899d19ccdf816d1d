import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntityPage } from '../../../../../../../features/entity/entity-page.tsx'
import { toEntityKind } from '../../../../../../../features/graph/entity-kinds.ts'

interface EntityProps {
  params: Promise<{ kind: string; key: string }>
}

export async function generateMetadata({ params }: EntityProps): Promise<Metadata> {
  const { key } = await params
  return { title: decodeURIComponent(key) }
}

/** An entity that nothing names has a page too: which ones a tenant has is no secret within it. */
export default async function Entity({ params }: EntityProps) {
  const { kind, key } = await params
  const known = toEntityKind(kind)
  // A rule is no entity that something happens to.
  if (!known || known === 'rule') notFound()
  return <EntityPage kind={known} value={decodeURIComponent(key)} />
}
