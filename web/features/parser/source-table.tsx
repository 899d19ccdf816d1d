'use client'

import { useState } from 'react'
import type { SourceRowFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import page from '../../ui/page.module.css'
import table from '../../ui/table.module.css'
import styles from './parsers-page.module.css'
import { SourceDialog } from './source-dialog.tsx'

interface SourceTableProps {
  sources: readonly SourceRowFragment[]
  /** Names of parsers that a source may name. */
  formats: readonly string[]
  mayChange: boolean
}

/** What is said of each source's lines. */
export function SourceTable({ sources, formats, mayChange }: SourceTableProps) {
  const [changing, setChanging] = useState<SourceRowFragment>()
  if (sources.length === 0) return null
  return (
    <section className={page.section}>
      <h2>Sources</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Site</th>
            <th scope="col">Read by</th>
            <th scope="col">Times without a zone</th>
            <th scope="col">Times without a year</th>
            <th scope="col">Fields given</th>
            <th scope="col">
              <span className="visually-hidden">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <td>{source.name}</td>
              <td className={styles.muted}>{source.site}</td>
              <td>{source.format === 'auto' ? 'what fits' : <code>{source.format}</code>}</td>
              <td>{source.zone ?? 'UTC'}</td>
              <td>{source.year ?? 'the newest'}</td>
              <td className={styles.words}>{Object.keys(source.defaults).join(', ')}</td>
              <td>
                {mayChange ? (
                  <Button look="quiet" onClick={() => setChanging(source)}>
                    Change<span className="visually-hidden"> {source.name}</span>
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing ? (
        <SourceDialog source={changing} formats={formats} onClose={() => setChanging(undefined)} />
      ) : null}
    </section>
  )
}
