'use client'

import { useQuery } from '@apollo/client/react'
import { Table2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { type AlertFilter, AlertTrendDocument } from '../../graphql/generated/graphql.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TimeBars } from '../chart/time-bars.tsx'
import { barsByLevel } from '../overview/overview-bars.ts'
import { useScope } from '../shell/scope.tsx'
import styles from './alert-trend.module.css'

const BarTable = dynamic(() => import('../chart/bar-table.tsx').then((file) => file.BarTable))

interface AlertTrendProps {
  filter: AlertFilter
  onRange: (from: number, to: number) => void
}

const TITLE = 'Alerts over time'

/** When the alerts of the list were seen, by level. Its place is kept whatever is in it. */
export function AlertTrend({ filter, onRange }: AlertTrendProps) {
  const { slugs } = useScope()
  const [table, setTable] = useState(false)
  const { range, ...rest } = filter
  const { data, previousData } = useQuery(AlertTrendDocument, {
    variables: { tenants: slugs, range: range ?? null, filter: rest },
    fetchPolicy: 'cache-and-network',
  })
  const histogram = (data ?? previousData)?.alertHistogram
  const picture = useMemo(() => {
    const [first] = histogram?.buckets ?? []
    const last = histogram?.buckets.at(-1)
    if (!histogram || !first || !last) return undefined
    const span = range ?? { from: first.from, to: last.to }
    return barsByLevel(histogram, { from: Date.parse(span.from), to: Date.parse(span.to) })
  }, [histogram, range])
  // Below it is said that there is none.
  if (histogram?.total === 0) return null
  return (
    <section className={styles.trend} aria-label={TITLE}>
      {picture ? (
        <>
          <TimeBars
            label={TITLE}
            unit="alerts"
            enter="takes the stretch as time range"
            series={picture.series}
            bars={picture.bars}
            onChoose={onRange}
          />
          <span className={styles.table}>
            <IconButton label={`${TITLE} as a table`} onClick={() => setTable(true)}>
              <Table2 size={15} aria-hidden="true" />
            </IconButton>
          </span>
        </>
      ) : null}
      {table && picture ? (
        <BarTable
          title={TITLE}
          series={picture.series}
          bars={picture.bars}
          onClose={() => setTable(false)}
          onChoose={onRange}
        />
      ) : null}
    </section>
  )
}
