import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { LEVELS, levelOf } from '../../ui/level.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { useKeptMark } from '../keep/kept-context.ts'
import { KeptIcons } from '../keep/kept-icons.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { cellValue } from './cell-value.ts'
import { MESSAGE, RULES, SEVERITY, TENANT, TIME } from './columns.ts'
import styles from './event-table.module.css'

/** Whether no parser read the line: it is kept as it came. */
export const isRaw = ({ parser }: { parser: string }): boolean => parser.startsWith('raw@')

/** A cell shows no more of a value; a line may be a megabyte. */
const SHOWN = 600

/** What stands in a cell. Untrusted text stays text. */
export function EventCell({ row, field }: { row: EventRow; field: string }) {
  switch (field) {
    case TIME:
      return (
        <>
          <Time instant={row.time} precision="dense" />
          <Kept event={row.id} />
        </>
      )
    case SEVERITY:
      return <Severity level={levelOf(row.severity)} />
    case TENANT:
      return row.tenant ? <TenantBadge tenant={row.tenant} /> : null
    case 'event.outcome':
      return <Outcome outcome={row.outcome} />
    case RULES:
      return <Rules row={row} />
    case MESSAGE:
      return (
        <span className={styles.code}>
          {isRaw(row) ? (
            <span className={styles.raw} title="No parser read this line; it is kept as it came">
              raw
            </span>
          ) : null}
          {cellValue(row, field).texts[0]?.slice(0, SHOWN)}
        </span>
      )
  }
  return <span className={styles.code}>{cellValue(row, field).texts.join(', ').slice(0, SHOWN)}</span>
}

function Kept({ event }: { event: string }) {
  return <KeptIcons mark={useKeptMark(event)} short />
}

function Rules({ row }: { row: EventRow }) {
  const levels = row.detections.map(({ level }) => level)
  const worst = LEVELS.find((level) => levels.includes(level))
  if (!worst) return null
  return (
    <span className={styles.rules} title={row.detections.map(({ ruleTitle }) => ruleTitle).join('\n')}>
      <Severity level={worst} wordless />
      {row.detections.length}
      <span className="visually-hidden"> rules matched</span>
    </span>
  )
}
