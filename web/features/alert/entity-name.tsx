import styles from './entity-name.module.css'

/** Kind, value and site of what an alert is about: equal values of two sites are two entities. */
export function EntityName({ entity }: { entity: { kind: string; value: string; site: string } }) {
  return (
    <span className={styles.entity}>
      <span className={styles.kind}>{entity.kind}</span> <code>{entity.value}</code>
      {entity.site ? <span className={styles.kind}> at {entity.site}</span> : null}
    </span>
  )
}
