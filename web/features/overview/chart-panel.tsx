'use client'

import { Table2, TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { formatNumber } from '../../ui/format-number.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import type { Bar, Series } from '../chart/series.ts'
import { TimeBars } from '../chart/time-bars.tsx'
import tones from '../chart/tones.module.css'
import styles from './chart-panel.module.css'

const BarTable = dynamic(() => import('../chart/bar-table.tsx').then((file) => file.BarTable))

interface LegendEntry {
  name: string
  count: number
  /** What is behind the count; undefined where no one search is. */
  href: string | undefined
}

interface ChartPanelProps {
  title: string
  unit: string
  /** What Enter does with a bar. */
  enter: string
  total: { count: number; href: string }
  series: readonly Series[]
  bars: readonly Bar[]
  /** By the names of the series, and what crosses them; those without anything are left out. */
  legend: readonly LegendEntry[]
  /** Other ways to look at the same. */
  choice?: ReactNode
  /** Stands in place of the picture where there is nothing. */
  none: string
  onChoose: (from: number, to: number) => void
}

/** Something over time: how much in all and of each kind, the picture, and its table. */
export function ChartPanel(props: ChartPanelProps) {
  const { title, unit, enter, total, series, bars, legend, choice, none, onChoose } = props
  const [table, setTable] = useState(false)
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <Link href={total.href} prefetch={false} className={styles.total}>
          {formatNumber(total.count)} {unit}
        </Link>
        {choice}
        <IconButton label={`${title} as a table`} disabled={total.count === 0} onClick={() => setTable(true)}>
          <Table2 size={15} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.legend}>
        {legend
          .filter(({ count }) => count > 0)
          .map(({ name, count, href }) => {
            const tone = series.find((one) => one.name === name)?.tone
            const words = (
              <>
                {tone ? (
                  <span className={joinClass(styles.swatch, tones[tone])} aria-hidden="true" />
                ) : (
                  <TriangleAlert size={11} strokeWidth={2.5} aria-hidden="true" />
                )}
                {name} {formatNumber(count)}
              </>
            )
            return href ? (
              <Link key={name} href={href} prefetch={false} className={styles.entry}>
                {words}
              </Link>
            ) : (
              <span key={name} className={styles.entry}>
                {words}
              </span>
            )
          })}
      </div>
      <div className={styles.picture}>
        {total.count > 0 ? (
          <TimeBars label={title} unit={unit} enter={enter} series={series} bars={bars} onChoose={onChoose} />
        ) : (
          <p className={styles.none}>{none}</p>
        )}
      </div>
      {table ? (
        <BarTable
          title={title}
          series={series}
          bars={bars}
          onClose={() => setTable(false)}
          onChoose={onChoose}
        />
      ) : null}
    </section>
  )
}
