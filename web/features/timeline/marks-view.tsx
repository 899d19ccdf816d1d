'use client'

import Link from 'next/link'
import { formatNumber } from '../../ui/format-number.ts'
import { Severity } from '../../ui/severity.tsx'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { EntityName } from '../alert/entity-name.tsx'
import type { Span } from '../ask/time-range.ts'
import { useRowLinks } from '../shell/use-row-links.ts'
import styles from './table.module.css'
import type { DrawnPicture } from './use-picture.ts'

interface MarksViewProps {
  drawn: DrawnPicture
  onBrush: (span: Span) => void
}

/** The marks of the picture as a table: what rules found, of what, from when to when. */
export function MarksView({ drawn: { picture, lanes }, onBrush }: MarksViewProps) {
  const { container, onKeyDown } = useRowLinks<HTMLTableElement>()
  if (picture.marks.length === 0)
    return <State title="No rule found anything">Of these events, none is counted by an alert.</State>
  return (
    <>
      <table ref={container} className={styles.table} aria-label="Alerts by time" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Level</th>
            <th scope="col">Rule</th>
            <th scope="col">Entity</th>
            <th scope="col">Lane</th>
            <th scope="col" className={styles.number}>
              Times
            </th>
            <th scope="col">Timeline</th>
          </tr>
        </thead>
        <tbody>
          {picture.marks.map((mark) => (
            <tr
              key={[
                mark.tenant.id,
                mark.ruleId,
                mark.lane,
                mark.entity.kind,
                mark.entity.site,
                mark.entity.value,
              ].join('\0')}
            >
              <td>
                <button
                  type="button"
                  className={styles.choose}
                  title="Mark this stretch"
                  onClick={() => onBrush({ from: Date.parse(mark.from), to: Date.parse(mark.to) + 1 })}
                >
                  <Time instant={mark.from} precision="second" />
                </button>
              </td>
              <td>
                <Time instant={mark.to} precision="second" />
              </td>
              <td>
                <Severity level={mark.level} />
              </td>
              <td>
                {mark.alert ? (
                  <Link
                    href={`/t/${mark.tenant.slug}/alerts/${encodeURIComponent(mark.alert.id)}`}
                    prefetch={false}
                    data-row=""
                  >
                    {mark.ruleTitle}
                  </Link>
                ) : (
                  mark.ruleTitle
                )}
              </td>
              <td>
                <EntityName entity={mark.entity} />
              </td>
              <td className={styles.name}>{mark.lane === null ? '' : lanes[mark.lane]?.name}</td>
              <td className={styles.number}>{formatNumber(mark.count)}</td>
              <td>
                {mark.alert ? (
                  <Link
                    href={`/t/${mark.tenant.slug}/timeline?alert=${encodeURIComponent(mark.alert.id)}`}
                    prefetch={false}
                    aria-label={`Timeline of ${mark.ruleTitle}, ${mark.entity.value}`}
                  >
                    its timeline
                  </Link>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picture.moreMarks ? (
        <p className={styles.foot}>There are more, of lower levels: come nearer to see them.</p>
      ) : null}
    </>
  )
}
