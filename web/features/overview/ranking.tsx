import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import styles from './ranking.module.css'

interface Ranked {
  key: string
  name: ReactNode
  count: number
  /** What is behind the count. */
  href: string
}

interface RankingProps {
  title: string
  /** `of 240`, where there are more than are shown. */
  note?: string | undefined
  /** Stands where there is nothing. */
  none: string
  rows: readonly Ranked[]
}

/** The most frequent of something: each a way to the events that it counts. */
export function Ranking({ title, note, none, rows }: RankingProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {note ? <span>{note}</span> : null}
      </header>
      {rows.length === 0 ? <p className={styles.none}>{none}</p> : null}
      <ol>
        {rows.map(({ key, name, count, href }) => (
          <li key={key}>
            <Link href={href} prefetch={false} className={styles.row}>
              <span className={styles.name}>{name}</span>{' '}
              <span className={styles.count}>{formatNumber(count)}</span>
              <svg className={styles.bar} viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(count / most) * 100} height="3" />
              </svg>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
