'use client'

import { useApolloClient } from '@apollo/client/react'
import { type FormEvent, useMemo, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import {
  ForgetSearchDocument,
  SavedSearchesDocument,
  type SavedSearchesQuery,
  SaveSearchDocument,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import menu from '../../ui/menu.module.css'
import list from '../../ui/saved-list.module.css'
import { SavedList } from '../../ui/saved-list.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import type { Column } from './columns.ts'
import styles from './saved-menu.module.css'

export type SavedSearch = SavedSearchesQuery['savedSearches'][number]

export interface SavedSearchesProps {
  slugs: string[]
  query: string
  range: TimeRange
  columns: readonly Column[]
  onOpen: (saved: SavedSearch) => void
}

/** Mine, those of others of the tenant, and a place to save the one that stands here. */
export function SavedSearches({ slugs, query, range, columns, onOpen }: SavedSearchesProps) {
  const viewer = useViewer()
  const client = useApolloClient()
  const [turn, setTurn] = useState(0)
  const [name, setName] = useState('')
  const [message, setMessage] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved or forgotten changes the list
  const variables = useMemo(() => ({ tenants: slugs }), [slugs, turn])
  const { data, failure } = useQueryAnswer(SavedSearchesDocument, variables)

  const saves = (slug: string) => viewer.tenants.some((one) => one.slug === slug && one.role !== 'reader')
  const [only] = slugs
  const tenant = slugs.length === 1 && only && saves(only) ? only : undefined
  async function act(done: () => Promise<{ message: string }[] | undefined>, said: string) {
    try {
      const mistakes = (await done()) ?? []
      setMessage(mistakes[0]?.message ?? said)
    } catch (error) {
      setMessage(failureOf(error).message)
    }
    setTurn((count) => count + 1)
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!tenant || !name.trim()) return
    const fields = columns.map((column) => column.field)
    const input = { tenant, name: name.trim(), query, range: formatTimeRange(range), columns: fields }
    void act(async () => {
      const { data: saved } = await client.mutate({ mutation: SaveSearchDocument, variables: { input } })
      return saved?.saveSearch.userErrors
    }, `Saved as ${name.trim()}.`)
    setName('')
  }
  const forget = (one: SavedSearch) =>
    void act(async () => {
      const { data: gone } = await client.mutate({
        mutation: ForgetSearchDocument,
        variables: { input: { id: one.id } },
      })
      return gone?.forgetSearch.userErrors
    }, `${one.name} is gone.`)

  const all = data?.savedSearches ?? []
  const isMine = ({ savedBy }: SavedSearch) => savedBy?.id !== undefined && savedBy.id === viewer.person?.id
  const groups = [
    ['Mine', all.filter(isMine)],
    ['Of others', all.filter((one) => !isMine(one))],
  ] as const
  return (
    <>
      <SavedList
        groups={groups}
        onOpen={onOpen}
        mayForget={(one) => saves(one.tenant.slug)}
        onForget={forget}
        row={(one) => (
          <>
            {slugs.length > 1 ? <TenantBadge tenant={one.tenant} short /> : null}
            <span className={styles.name}>{one.name}</span>
            <span className={styles.asked}>{one.query || 'everything'}</span>
            {isMine(one) ? null : <span className={menu.hint}>{one.savedBy?.name ?? 'API'}</span>}
          </>
        )}
      >
        {data && all.length === 0 ? (
          <p className={list.note}>Nothing saved yet. What is saved is seen by everybody of the tenant.</p>
        ) : null}
        {failure ? <p className={list.note}>{failure.message}</p> : null}
      </SavedList>
      {tenant ? (
        <form className={styles.form} onSubmit={save}>
          <input
            className={field.input}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
            placeholder="Name of this search"
            aria-label="Name of this search"
            autoComplete="off"
          />
          <Button type="submit" disabled={!name.trim()}>
            Save
          </Button>
        </form>
      ) : (
        <p className={list.note}>
          {slugs.length > 1
            ? 'Choose one tenant to save a search for it.'
            : 'Analysts and admins save searches.'}
        </p>
      )}
      <p role="status" className={list.note}>
        {message}
      </p>
    </>
  )
}
