'use client'

import Link from 'next/link'
import type { WrittenParserFragment } from '../../graphql/generated/graphql.ts'
import page from '../../ui/page.module.css'
import { State } from '../../ui/state.tsx'
import table from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import styles from './parsers-page.module.css'

/** Parsers that people wrote; each row is a link, which j, k and the arrow keys walk. */
export function WrittenParsers({ parsers }: { parsers: readonly WrittenParserFragment[] }) {
  const { base } = useScope()
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  if (parsers.length === 0)
    return (
      <section className={page.section} aria-label="Written here">
        <State title="No parser written yet">
          Lines that no parser reads are kept as they came and can be found by their words. Write a parser to
          make fields of them: open such an event and choose “Write a parser for this line”.
        </State>
      </section>
    )
  return (
    <section className={page.section}>
      <h2>Written here</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Parser</th>
            <th scope="col">Reads lines of</th>
            <th scope="col">What they are</th>
            <th scope="col" className={table.number}>
              Version
            </th>
            <th scope="col">Saved</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody ref={container} onKeyDown={onKeyDown}>
          {parsers.map(({ name, forAll, description, version, savedAt, savedBy }) => (
            <tr key={`${name} ${forAll}`}>
              <td>
                <Link
                  data-row
                  prefetch={false}
                  href={`${base}/parsers/edit?${new URLSearchParams({ name, ...(forAll ? { all: 'true' } : {}) })}`}
                >
                  {name}
                </Link>
              </td>
              <td>{forAll ? 'all tenants' : 'this tenant'}</td>
              <td className={styles.words}>{description}</td>
              <td className={table.number}>{version}</td>
              <td>
                <Time instant={savedAt} precision="second" />
              </td>
              <td className={styles.muted}>{savedBy?.name ?? 'an API token'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
