'use client'

import { Check, Hourglass, TriangleAlert, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import menu from '../../ui/menu.module.css'
import { Elapsed } from '../ask/elapsed.tsx'
import { work } from './work.ts'
import styles from './work-button.module.css'
import type { Work } from './work-list.ts'

const NONE: readonly Work[] = []
const MARKS = { running: Hourglass, done: Check, failed: TriangleAlert, cancelled: X }

interface WorkButtonProps {
  className: string | undefined
  nameClass: string | undefined
}

/** What was started here and takes longer: how far it is, and how it ended. Not there while there is nothing to tell. */
export function WorkButton({ className, nameClass }: WorkButtonProps) {
  const all = useSyncExternalStore(work.watch, work.read, () => NONE)
  const listed = all.filter((one) => one.listed)
  const running = listed.filter(({ state }) => state === 'running').length
  const latest = listed.findLast(({ state }) => state !== 'running')
  const name = running > 0 ? `Work: ${running} running` : 'Work: all done'
  return (
    <>
      <span role="status" className="visually-hidden">
        {latest ? `${latest.title}: ${latest.note}` : ''}
      </span>
      {listed.length > 0 ? (
        <Popover.Root>
          <Popover.Trigger className={className} title={name}>
            <span className={styles.icon}>
              <Hourglass size={18} aria-hidden="true" />
              {running > 0 ? (
                <span className={styles.count} aria-hidden="true">
                  {running}
                </span>
              ) : null}
            </span>
            <span className={nameClass}>{name}</span>
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              className={menu.menu}
              side="right"
              align="end"
              sideOffset={8}
              collisionPadding={8}
              aria-label="Work started here"
            >
              <ul className={styles.list}>
                {listed.toReversed().map((one) => (
                  <WorkRow key={one.id} work={one} />
                ))}
              </ul>
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      ) : null}
    </>
  )
}

function WorkRow({ work: { id, title, state, note, since, ended } }: { work: Work }) {
  const Mark = MARKS[state]
  return (
    <li className={styles.work}>
      <Mark size={14} aria-hidden="true" className={styles[state]} />
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.note}>
          {note} {ended === undefined ? <Elapsed since={since} /> : `in ${formatDuration(ended - since)}`}
        </span>
      </div>
      {state === 'running' ? (
        <Button onClick={() => work.cancel(id)}>Cancel</Button>
      ) : (
        <IconButton label={`Take off the list: ${title}`} onClick={() => work.forget(id)}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
