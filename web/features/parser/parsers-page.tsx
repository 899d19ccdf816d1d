'use client'

import { useQuery } from '@apollo/client/react'
import Link from 'next/link'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  ParsersDocument,
  SourceRowFragmentDoc,
  WrittenParserFragmentDoc,
} from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { joinClass } from '../../ui/join-class.ts'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useScope } from '../shell/scope.tsx'
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx'
import { PackagedParsers } from './packaged-parsers.tsx'
import styles from './parsers-page.module.css'
import { SourceTable } from './source-table.tsx'
import { WrittenParsers } from './written-parsers.tsx'

/** What reads a tenant's lines: parsers that people wrote, what is said of its sources, and what comes with Nightjar. */
export function ParsersPage() {
  const { tenant, base } = useScope()
  const slug = tenant?.slug ?? ''
  const { data, error, refetch } = useQuery(ParsersDocument, {
    variables: { tenant: slug, slug },
    fetchPolicy: 'cache-and-network',
  })
  const written = data?.parsers.map((parser) => readFragment(WrittenParserFragmentDoc, parser)) ?? []
  const sources = data?.tenant?.sources.map((source) => readFragment(SourceRowFragmentDoc, source)) ?? []
  const mayWrite = tenant !== undefined && tenant.role !== 'reader'
  return (
    <>
      <header className={page.bar}>
        <TenantSwitcher />
      </header>
      <main id="content" tabIndex={-1} className={joinClass(page.main, styles.main)}>
        <header className={styles.head}>
          <h1>Parsers</h1>
          {mayWrite ? (
            <Link className={styles.create} href={`${base}/parsers/edit`} prefetch={false}>
              Write a parser
            </Link>
          ) : null}
        </header>
        {error && !data ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton rows={12} /> : null}
        {data ? (
          <>
            <WrittenParsers parsers={written} />
            <SourceTable
              sources={sources}
              formats={[...written.map(({ name }) => name), ...data.packagedParsers.map(({ name }) => name)]}
              mayChange={tenant?.role === 'admin'}
            />
            <PackagedParsers parsers={data.packagedParsers} />
          </>
        ) : null}
      </main>
    </>
  )
}
