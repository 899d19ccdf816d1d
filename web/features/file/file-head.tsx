'use client'

import { ChartGantt, Search, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import type { DroppedFileQuery, FileRowFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { formatBytes } from '../../ui/format-bytes.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { Time } from '../../ui/time.tsx'
import { useScope } from '../shell/scope.tsx'
import styles from './file.module.css'
import { fileLink } from './file-links.ts'
import { FileState } from './file-state.tsx'
import { sending } from './sending.ts'

export type ShownFile = NonNullable<DroppedFileQuery['droppedFile']> & FileRowFragment

const WAYS = [
  { name: 'Search its events', page: 'search', icon: Search },
  { name: 'Timeline', page: 'timeline', icon: ChartGantt },
  { name: 'Graph', page: 'graph', icon: Waypoints },
]

/** Name, how far it is, and the ways to its events. */
export function FileHead({ file }: { file: ShownFile }) {
  const { base } = useScope()
  const work = useSyncExternalStore(
    sending.watch,
    () => sending.find(file.id),
    () => undefined,
  )
  const { findings } = file
  return (
    <header className={styles.about}>
      <div className={styles.line}>
        <h1>{file.name}</h1>
        {work ? <Button onClick={() => work.cancel()}>Cancel</Button> : null}
      </div>
      {file.state === 'waiting' || file.state === 'receiving' ? (
        <progress
          className={styles.progress}
          aria-label="Read so far"
          max={Math.max(Number(file.bytes), 1)}
          value={Number(file.received)}
        />
      ) : null}
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd>
            <FileState file={file} />
          </dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>{formatBytes(Number(file.bytes))}</dd>
        </div>
        <div>
          <dt>Records found</dt>
          <dd>{formatNumber(file.records)}</dd>
        </div>
        <div>
          <dt>Events stored</dt>
          <dd>{formatNumber(findings.events)}</dd>
        </div>
        {findings.from && findings.to ? (
          <div>
            <dt>They happened</dt>
            <dd>
              <Time instant={findings.from} precision="minute" /> to{' '}
              <Time instant={findings.to} precision="minute" />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Dropped</dt>
          <dd>
            <Time instant={file.droppedAt} precision="minute" /> by {file.droppedBy?.name ?? 'an API token'}
          </dd>
        </div>
        <div>
          <dt>Kept until</dt>
          <dd>
            <Time instant={file.keptUntil} precision="minute" />
          </dd>
        </div>
      </dl>
      <nav className={styles.ways} aria-label="Its events">
        {WAYS.map(({ name, page, icon: Icon }) => {
          const href = fileLink(base, page, file)
          return href ? (
            <Link key={page} href={href} prefetch={false}>
              <Icon size={14} aria-hidden="true" /> {name}
            </Link>
          ) : null
        })}
      </nav>
    </header>
  )
}
