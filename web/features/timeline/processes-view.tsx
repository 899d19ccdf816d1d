'use client'

import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { TimelineProcessesDocument } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { useAnswer } from '../ask/use-answer.ts'
import styles from './table.module.css'

/** Who started the process of an event, and what it started: parents above their children. */
export function ProcessesView({ event, onOpen }: { event: string; onOpen: (id: string) => void }) {
  const client = useApolloClient()
  const ask = useMemo(
    () => async (signal: AbortSignal) => {
      const { data } = await client.query({
        query: TimelineProcessesDocument,
        variables: { event },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal }, queryDeduplication: false },
      })
      return { event, tree: data?.processTree ?? undefined }
    },
    [client, event],
  )
  const { answer, failure, again } = useAnswer(ask)
  if (failure?.code === 'BAD_USER_INPUT')
    return <State title="No process">The open event names no process: neither its pid nor its id.</State>
  if (failure) return <FailureState failure={failure} onRetry={again} />
  if (answer?.event !== event) return <Skeleton rows={8} />
  if (!answer.tree) return <State title="This event is not here">It is gone, or never was here.</State>
  const { nodes, truncated } = answer.tree
  const top = Math.min(0, ...nodes.map(({ level }) => level))
  return (
    <>
      <table className={styles.table} aria-label="Processes, parents above their children">
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col" className={styles.number}>
              Pid
            </th>
            <th scope="col">Started</th>
            <th scope="col">Ended</th>
            <th scope="col">Command line</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ level, pid, executable, commandLine, started, ended, event: start }, place) => {
            const name = executable || 'not named'
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: nodes are told by their place
              <tr key={place} className={level === 0 ? styles.open : undefined}>
                <td>
                  <span aria-hidden="true">{'\u2003'.repeat(Math.min(level - top, 24))}</span>
                  <span className="visually-hidden">{`Generation ${level - top + 1}: `}</span>
                  {start ? (
                    <button type="button" className={styles.choose} onClick={() => onOpen(start.id)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </td>
                <td className={styles.number}>{pid ?? ''}</td>
                <td>{started ? <Time instant={started} precision="second" /> : 'not told'}</td>
                <td>{ended ? <Time instant={ended} precision="second" /> : ''}</td>
                <td className={styles.message}>{commandLine}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {truncated ? <p className={styles.foot}>There are more than are shown.</p> : null}
    </>
  )
}
