'use client'

import { useQuery } from '@apollo/client/react'
import Link from 'next/link'
import { useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { WrittenParserFragmentDoc, WrittenParsersDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { joinClass } from '../../ui/join-class.ts'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { useEvent } from '../event/use-event.ts'
import { useScope } from '../shell/scope.tsx'
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx'
import { newDefinition } from './new-definition.ts'
import { ParserEditor } from './parser-editor.tsx'
import styles from './parsers-page.module.css'

interface EditorPageProps {
  /** Undefined for a new one. */
  name: string | undefined
  forAll: boolean
  /** Whose line a new one is to read. */
  eventId: string | undefined
}

/** One parser: a new one, or one that is in force. */
export function EditorPage({ name, forAll, eventId }: EditorPageProps) {
  const { tenant, base } = useScope()
  const { data, error, refetch } = useQuery(WrittenParsersDocument, {
    variables: { tenant: tenant?.slug ?? '' },
    fetchPolicy: 'network-only',
  })
  const [lines, setLines] = useState<string>()
  const asked = useEvent(eventId)
  const written = data?.parsers.map((parser) => readFragment(WrittenParserFragmentDoc, parser))
  const parser = written?.find((one) => one.name === name && one.forAll === forAll)
  const ready = data && (eventId === undefined || asked !== undefined)
  const line = asked?.event?.raw
  return (
    <>
      <header className={page.bar}>
        <TenantSwitcher />
      </header>
      <main id="content" tabIndex={-1} className={joinClass(page.main, styles.main)}>
        {error ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!ready && !error ? <Skeleton rows={12} /> : null}
        {ready && name !== undefined && !parser ? (
          <State
            title="There is no such parser"
            heading="h1"
            action={<Link href={`${base}/parsers`}>All parsers</Link>}
          >
            It was retired, or never was.
          </State>
        ) : null}
        {ready && (name === undefined || parser) ? (
          <ParserEditor
            key={parser?.name ?? 'new'}
            parser={parser}
            initial={parser?.definition ?? newDefinition(line)}
            lines={lines ?? line ?? parser?.samples.join('\n') ?? ''}
            onLines={setLines}
            onSaved={() => void refetch()}
          />
        ) : null}
      </main>
    </>
  )
}
