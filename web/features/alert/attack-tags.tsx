import styles from './attack-tags.module.css'

/** ATT&CK ids as rules name them: `attack.t1059.001` is shown as T1059.001. */
export function AttackTags({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <span className={styles.tags}>
      <span className="visually-hidden">ATT&CK: </span>
      {ids.map((id) => {
        const name = id.replace(/^attack\./i, '')
        return (
          <code key={id}>{/^[tsg]\d/i.test(name) ? name.toUpperCase() : name.replaceAll(/[_-]/g, ' ')}</code>
        )
      })}
    </span>
  )
}
