'use client'

import Link from 'next/link'
import { useScope } from '../shell/scope.tsx'

/** From a line that no parser read to one that will; for who may write it, on the pages of its tenant. */
export function WriteParserLink({ event }: { event: { id: string } }) {
  const { tenant, base } = useScope()
  if (!tenant || tenant.role === 'reader') return null
  return (
    <Link href={`${base}/parsers/edit?event=${encodeURIComponent(event.id)}`} prefetch={false}>
      Write a parser for this line
    </Link>
  )
}
