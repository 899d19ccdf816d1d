import type { Metadata } from 'next'
import { EditorPage } from '../../../../../../features/parser/editor-page.tsx'

export const metadata: Metadata = { title: 'Parser' }

interface EditProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** `?name=` one that is there, `?event=` a new one for that event's line. */
export default async function Edit({ searchParams }: EditProps) {
  const { name, event, all } = await searchParams
  return <EditorPage name={textOf(name)} forAll={all === 'true'} eventId={textOf(event)} />
}
