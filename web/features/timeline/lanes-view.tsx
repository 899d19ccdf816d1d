'use client'

import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import { levelOf } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import type { Span } from '../ask/time-range.ts'
import type { Lane } from './lane.ts'
import styles from './table.module.css'

interface LanesViewProps {
  lanes: readonly Lane[]
  onBrush: (span: Span) => void
  onLane: (lane: Lane) => void
}

const iso = (at: number) => new Date(at).toISOString()

/** The picture as a table: its lanes, and of one of them what is drawn there. */
export function LanesView({ lanes, onBrush, onLane }: LanesViewProps) {
  const [chosen, setChosen] = useState<string>()
  const lane = lanes.find(({ key }) => key === chosen)
  if (lane)
    return (
      <>
        <div className={styles.foot}>
          <Button onClick={() => setChosen(undefined)}>All lanes</Button>
          {lane.name}
        </div>
        <table className={styles.table} aria-label={`Stretches of ${lane.name}`}>
          <Head first="From" />
          <tbody>
            {lane.things.map((thing) => (
              <tr key={thing.event?.id ?? thing.from}>
                <td>
                  <button
                    type="button"
                    className={styles.choose}
                    title="Mark this stretch"
                    onClick={() => onBrush({ from: thing.from, to: Math.max(thing.to, thing.from + 1) })}
                  >
                    <Time instant={iso(thing.from)} precision="milli" />
                  </button>
                </td>
                <Figures {...thing} />
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )
  return (
    <table className={styles.table} aria-label="Lanes, the busiest first">
      <Head first="Lane" />
      <tbody>
        {lanes.map((one) => (
          <tr key={one.key}>
            <td>
              <button type="button" className={styles.choose} onClick={() => setChosen(one.key)}>
                {one.name}
              </button>
              {one.site ? <span className={styles.quiet}> at {one.site}</span> : null}
            </td>
            <Figures {...one} />
            <td>
              {one.value === undefined ? null : (
                <Button
                  look="quiet"
                  aria-label={`Only the events of ${one.name}`}
                  onClick={() => onLane(one)}
                >
                  Only these
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className={styles.number}>
          Events
        </th>
        <th scope="col" className={styles.number}>
          Suspected
        </th>
        <th scope="col">Worst</th>
        {first === 'Lane' ? (
          <th scope="col">
            <span className="visually-hidden">Narrow</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

function Figures({ count, suspected, severity }: Pick<Lane, 'count' | 'suspected' | 'severity'>) {
  return (
    <>
      <td className={styles.number}>{formatNumber(count)}</td>
      <td className={styles.number}>{formatNumber(suspected)}</td>
      <td>
        <Severity level={levelOf(severity)} />
      </td>
    </>
  )
}
