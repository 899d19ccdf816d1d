import type { RuleExplanationQuery } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import styles from './condition-table.module.css'
import { Verdict } from './verdict.tsx'

type Explanation = NonNullable<RuleExplanationQuery['ruleExplanation']>
type Row = Explanation['rows'][number]

const DEEPEST = 8
const GROUPS = { all: 'all of', any: 'any of', not: 'not' } as const

/** A rule's condition, each part with its truth; what it asks for stands beside what the event has. */
export function ConditionTable({ rows, rowsLeft }: Pick<Explanation, 'rows' | 'rowsLeft'>) {
  return (
    <>
      <table className={styles.table} aria-label="Condition of the rule">
        <thead>
          <tr>
            <th scope="col">Condition</th>
            <th scope="col">Holds</th>
            <th scope="col">In the event</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer never move
            <tr key={index} data-kind={row.kind}>
              <th scope="row" data-depth={Math.min(row.depth, DEEPEST)} className={styles.condition}>
                <ConditionCell row={row} />
              </th>
              <td>
                <Verdict verdict={row.verdict} holds={row.holds} />
              </td>
              <td className={styles.found}>{row.kind === 'test' ? <FoundCell row={row} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rowsLeft > 0 ? (
        <p className={styles.left}>{formatNumber(rowsLeft)} more parts of this condition are not shown.</p>
      ) : null}
    </>
  )
}

function ConditionCell({ row }: { row: Row }) {
  if (row.kind === 'selection') return <span className={styles.selection}>{row.name}</span>
  if (row.kind !== 'test') return <span className={styles.group}>{GROUPS[row.kind]}</span>
  const left = row.wantedCount - row.wanted.length
  const many = row.wantedCount > 1
  return (
    <>
      <span className={styles.name}>
        {row.name ?? 'the line has'}
        {row.modifiers.map((modifier) => (
          <span key={modifier} className={styles.modifier}>
            |{modifier}
          </span>
        ))}
      </span>
      {many ? <span className={styles.needs}>{row.needsAll ? 'all of' : 'any of'}</span> : null}
      {row.wanted.map(({ text, holds }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: values of one answer never move
          key={index}
          className={many && holds ? styles.wantedHolds : styles.wanted}
        >
          {text}
          {many && holds ? <span className="visually-hidden"> (true)</span> : null}
        </span>
      ))}
      {left > 0 ? <span className={styles.more}>and {formatNumber(left)} more</span> : null}
    </>
  )
}

function FoundCell({ row }: { row: Row }) {
  const left = row.foundCount - row.found.length
  if (row.verdict === 'missing') return <span className={styles.more}>no {row.name}</span>
  return (
    <>
      {row.field && row.field !== row.name ? <span className={styles.field}>{row.field}</span> : null}
      {row.found.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values of one answer never move
        <span key={index} className={styles.value}>
          {text}
        </span>
      ))}
      {left > 0 ? <span className={styles.more}>and {formatNumber(left)} more</span> : null}
    </>
  )
}
