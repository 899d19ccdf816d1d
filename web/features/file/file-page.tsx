'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { failureOf } from '../../graphql/failure.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import page from '../../ui/page.module.css'
import { Skeleton } from '../../ui/skeleton.tsx'
import table from '../../ui/table.module.css'
import { useScope } from '../shell/scope.tsx'
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx'
import styles from './file.module.css'
import { FileHead } from './file-head.tsx'
import { FileVerdicts } from './file-verdicts.tsx'
import { useFile } from './use-file.ts'

/** One dropped file: how far it is, what rules find in it, and the ways to its events. */
export function FilePage({ id }: { id: string }) {
  const { base } = useScope()
  const { file, error, again, isStored } = useFile(id)
  return (
    <>
      <header className={page.bar}>
        <TenantSwitcher />
      </header>
      <main id="content" tabIndex={-1} className={joinClass(page.main, styles.main)}>
        <Link href={`${base}/files`} prefetch={false} className={styles.back}>
          <ArrowLeft size={14} aria-hidden="true" /> Files
        </Link>
        {error && !file ? <FailureState failure={failureOf(error)} onRetry={again} /> : null}
        {!file && !error ? <Skeleton rows={12} /> : null}
        {file ? (
          <>
            <FileHead file={file} />
            <FileVerdicts file={file} isStored={isStored} />
            {file.problems.length > 0 ? (
              <section className={page.section}>
                <h2>What could not be read</h2>
                <ul className={styles.problems}>
                  {file.problems.map(({ member, message }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: problems only come to it, and two may be the same
                    <li key={place}>
                      <code>{member}</code> {message}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {file.members.length > 1 ? (
              <section className={page.section}>
                <h2>Files in it</h2>
                <table className={joinClass(table.table, styles.table)}>
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col" className={table.number}>
                        Records
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {file.members.map(({ name, records }, place) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: members only come to it, and names repeat
                      <tr key={place}>
                        <td className={styles.name}>
                          <code>{name}</code>
                        </td>
                        <td className={table.number}>{formatNumber(records)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            ) : null}
          </>
        ) : null}
      </main>
    </>
  )
}
