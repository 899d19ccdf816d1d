'use client'

import { useQuery } from '@apollo/client/react'
import Link from 'next/link'
import { useCallback } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { DroppedFilesDocument, FileRowFragmentDoc } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatBytes } from '../../ui/format-bytes.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import { LiveButton } from '../../ui/live-button.tsx'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import table from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { useLive } from '../../ui/use-live.ts'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx'
import { ChooseButton } from './choose-button.tsx'
import styles from './file.module.css'
import { FileState } from './file-state.tsx'

const AGAIN_MS = 2_000

/** Files that people gave to look at, the newest first. */
export function FilesPage() {
  const { tenant, base } = useScope()
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  const { data, error, refetch } = useQuery(DroppedFilesDocument, {
    variables: { tenant: tenant?.slug ?? '' },
    fetchPolicy: 'cache-and-network',
  })
  const { live, toggle } = useLive(
    useCallback(() => void refetch().catch(() => undefined), [refetch]),
    AGAIN_MS,
  )
  const files = data?.droppedFiles.map((file) => readFragment(FileRowFragmentDoc, file)) ?? []
  return (
    <>
      <header className={page.bar}>
        <TenantSwitcher />
        <span className={styles.gap} />
        <LiveButton live={live} onToggle={toggle} />
      </header>
      <main id="content" tabIndex={-1} className={joinClass(page.main, styles.main)}>
        <header className={styles.head}>
          <h1>Files</h1>
          <ChooseButton />
        </header>
        {error && !data ? <FailureState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton rows={12} /> : null}
        {data && files.length === 0 ? (
          <State title="No files yet">
            Drop an event log (EVTX), lines, JSON, CSV or an archive of them on any page of this tenant. Rules
            judge them at once, no alerts are raised, and what was in them is kept for 30 days.
          </State>
        ) : null}
        {files.length > 0 ? (
          <table className={joinClass(table.table, styles.table)}>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col" className={table.number}>
                  Size
                </th>
                <th scope="col" className={table.number}>
                  Records
                </th>
                <th scope="col">State</th>
                <th scope="col">Dropped</th>
                <th scope="col">By</th>
              </tr>
            </thead>
            <tbody ref={container} onKeyDown={onKeyDown}>
              {files.map((file) => (
                <tr key={file.id}>
                  <td className={styles.title}>
                    <Link data-row prefetch={false} href={`${base}/files/${encodeURIComponent(file.id)}`}>
                      {file.name}
                    </Link>
                  </td>
                  <td className={table.number}>{formatBytes(Number(file.bytes))}</td>
                  <td className={table.number}>{formatNumber(file.records)}</td>
                  <td>
                    <FileState file={file} />
                  </td>
                  <td className={styles.muted}>
                    <Time instant={file.droppedAt} precision="second" />
                  </td>
                  <td className={styles.muted}>{file.droppedBy?.name ?? 'an API token'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </main>
    </>
  )
}
