import styles from './attack-tags.module.css'
import { tacticName } from './tactic-name.ts'

/** ATT&CK ids of a rule: techniques by number, tactics by name. */
export function AttackTags({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <span className={styles.tags}>
      <span className="visually-hidden">ATT&CK: </span>
      {ids.map((id) => (
        <code key={id} title={id}>
          {tacticName(id)}
        </code>
      ))}
    </span>
  )
}
