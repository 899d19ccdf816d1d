// biome-ignore-all lint/a11y/useSemanticElements: a grid that holds only the rows in sight is no table element
import { memo } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { LEVELS, levelOf } from '../../ui/level.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './event-table.module.css'
import { hostOf, summariseEvent, userOf } from './summarise-event.ts'
import type { EventRow } from './use-event-search.ts'

/** Whether no parser read the line: it is kept as it came. */
export const isRaw = ({ parser }: { parser: string }): boolean => parser.startsWith('raw@')

/** The cells of an event, in the order of the table's columns. */
export const EventCells = memo(function EventCells({ row }: { row: EventRow }) {
  const levels = row.detections.map(({ level }) => level)
  const worst = LEVELS.find((level) => levels.includes(level))
  const rules = row.detections.map(({ ruleTitle }) => ruleTitle).join('\n')
  return (
    <>
      <span role="gridcell" tabIndex={-1} className={styles.time}>
        <Time instant={row.time} precision="dense" />
      </span>
      <span role="gridcell" tabIndex={-1}>
        <Severity level={levelOf(row.severity)} />
      </span>
      <span role="gridcell" tabIndex={-1} title={rules || undefined} className={styles.rules}>
        {worst ? (
          <>
            <Severity level={worst} wordless />
            {row.detections.length}
            <span className="visually-hidden"> rules matched</span>
          </>
        ) : null}
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.name}>
        {hostOf(row.fields)}
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.name}>
        {userOf(row.fields)}
      </span>
      <span role="gridcell" tabIndex={-1} className={joinClass(styles.muted, styles.wide)}>
        {row.category.join(', ')}
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.wide}>
        <Outcome outcome={row.outcome} />
      </span>
      <span role="gridcell" tabIndex={-1} className={styles.message}>
        {isRaw(row) ? (
          <span className={styles.raw} title="No parser read this line; it is kept as it came">
            raw
          </span>
        ) : null}
        {summariseEvent(row)}
      </span>
    </>
  )
})
