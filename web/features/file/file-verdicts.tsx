'use client'

import Link from 'next/link'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import page from '../../ui/page.module.css'
import { Severity } from '../../ui/severity.tsx'
import { State } from '../../ui/state.tsx'
import table from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { AttackTags } from '../alert/attack-tags.tsx'
import { EntityName } from '../alert/entity-name.tsx'
import { quoteValue } from '../ask/quote-value.ts'
import { useScope } from '../shell/scope.tsx'
import { useRowLinks } from '../shell/use-row-links.ts'
import styles from './file.module.css'
import type { ShownFile } from './file-head.tsx'
import { fileLink } from './file-links.ts'

/** What rules find in a file as it is read, the worst first; each leads to its events. */
export function FileVerdicts({ file, isStored }: { file: ShownFile; isStored: boolean }) {
  const { base } = useScope()
  const { container, onKeyDown } = useRowLinks<HTMLTableSectionElement>()
  const { verdicts, moreVerdicts } = file.findings
  const [worst] = verdicts
  return (
    <section className={page.section}>
      <h2>Verdicts</h2>
      <p role="status" className="visually-hidden">
        {worst ? `${verdicts.length} verdicts, the worst ${worst.level}` : ''}
      </p>
      {verdicts.length === 0 && isStored ? (
        <State title="No rule matches">None of the rules in force finds anything in this file.</State>
      ) : null}
      {verdicts.length === 0 && !isStored ? <p className={styles.none}>None so far.</p> : null}
      {verdicts.length > 0 ? (
        <table className={joinClass(table.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">Rule</th>
              <th scope="col">About</th>
              <th scope="col" className={table.number}>
                Events
              </th>
              <th scope="col">First</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody ref={container} onKeyDown={onKeyDown}>
            {verdicts.map((verdict) => (
              <tr key={verdict.ruleId}>
                <td>
                  <Severity level={verdict.level} />
                </td>
                <td className={styles.title}>
                  <div className={styles.named}>
                    <Link
                      data-row
                      prefetch={false}
                      href={fileLink(base, 'search', file, `rule.id:${quoteValue(verdict.ruleId)}`) ?? ''}
                    >
                      {verdict.ruleTitle}
                    </Link>
                    <AttackTags ids={verdict.attack} />
                  </div>
                </td>
                <td className={styles.entities}>
                  {verdict.entities.map((entity) => (
                    <EntityName key={`${entity.site} ${entity.kind} ${entity.value}`} entity={entity} />
                  ))}
                </td>
                <td className={table.number}>{formatNumber(verdict.events)}</td>
                <td className={styles.muted}>
                  <Time instant={verdict.first} precision="second" />
                </td>
                <td className={styles.muted}>
                  <Time instant={verdict.last} precision="second" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {moreVerdicts ? <p className={styles.none}>There are more, of lower levels.</p> : null}
    </section>
  )
}
