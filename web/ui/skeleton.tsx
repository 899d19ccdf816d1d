import styles from './skeleton.module.css'

/** Quiet placeholder of rows that are on their way; shows itself after 150 ms. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <span key={row} className={styles.row} />
      ))}
    </div>
  )
}
