'use client'

import { useApolloClient } from '@apollo/client/react'
import { Bookmark, Trash2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import {
  ForgetSearchDocument,
  SavedSearchesDocument,
  type SavedSearchesQuery,
  SaveSearchDocument,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import { IconButton } from '../../ui/icon-button.tsx'
import menu from '../../ui/menu.module.css'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import type { Column } from './columns.ts'
import styles from './saved-menu.module.css'

export type SavedSearch = SavedSearchesQuery['savedSearches'][number]

interface SavedMenuProps {
  slugs: string[]
  query: string
  range: TimeRange
  columns: readonly Column[]
  onOpen: (saved: SavedSearch) => void
}

/** Questions worth asking again: mine, those of others of the tenant, and the one that stands here. */
export function SavedMenu({ slugs, query, range, columns, onOpen }: SavedMenuProps) {
  const viewer = useViewer()
  const client = useApolloClient()
  const [open, setOpen] = useState(false)
  const [turn, setTurn] = useState(0)
  const [name, setName] = useState('')
  const [message, setMessage] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved or forgotten changes the list
  const variables = useMemo(() => (open ? { tenants: slugs } : undefined), [open, slugs, turn])
  const { data, failure } = useQueryAnswer(SavedSearchesDocument, variables)
  useEffect(() => {
    if (!open) setMessage('')
  }, [open])

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
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="quiet" title="Saved searches">
          <Bookmark size={14} aria-hidden="true" />
          Saved
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`${menu.menu} ${styles.panel}`}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Saved searches"
        >
          <div className={styles.list}>
            {groups.map(([title, searches]) =>
              searches.length > 0 ? (
                <section key={title} aria-label={title}>
                  <h3 className={menu.label}>{title}</h3>
                  <ul>
                    {searches.map((one) => (
                      <li key={one.id} className={styles.entry}>
                        <button
                          type="button"
                          className={menu.item}
                          onClick={() => {
                            setOpen(false)
                            onOpen(one)
                          }}
                        >
                          {slugs.length > 1 ? <TenantBadge tenant={one.tenant} short /> : null}
                          <span className={styles.name}>{one.name}</span>
                          <span className={styles.asked}>{one.query || 'everything'}</span>
                          {title === 'Mine' ? null : (
                            <span className={menu.hint}>{one.savedBy?.name ?? 'API'}</span>
                          )}
                        </button>
                        {saves(one.tenant.slug) ? (
                          <IconButton label={`Forget ${one.name}`} onClick={() => forget(one)}>
                            <Trash2 size={13} aria-hidden="true" />
                          </IconButton>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </section>
              ) : null,
            )}
            {data && all.length === 0 ? (
              <p className={styles.note}>
                Nothing saved yet. What is saved is seen by everybody of the tenant.
              </p>
            ) : null}
            {failure ? <p className={styles.note}>{failure.message}</p> : null}
          </div>
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
            <p className={styles.note}>
              {slugs.length > 1
                ? 'Choose one tenant to save a search for it.'
                : 'Analysts and admins save searches.'}
            </p>
          )}
          <p role="status" className={styles.note}>
            {message}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
