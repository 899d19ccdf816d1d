'use client'

import { useQuery } from '@apollo/client/react'
import { Command } from 'cmdk'
import { Bookmark, History, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { SavedSearchNamesDocument } from '../../graphql/generated/graphql.ts'
import { useScope } from '../shell/scope.tsx'
import { useCarried } from '../shell/use-carried.ts'
import { CommandItem, type Run } from './command-item.tsx'
import styles from './command-palette.module.css'
import { TYPED } from './filter-commands.ts'
import { recentSearches } from './recent-searches.ts'

const RANGE = ['range'] as const

/** Of one tenant: what was searched for lately, what was saved, and a search for what is typed. */
export function SearchCommands({ text, run }: { text: string; run: Run }) {
  const { tenant, base, slugs } = useScope()
  const router = useRouter()
  const carried = new URLSearchParams(useCarried(RANGE)).get('range') ?? undefined
  const { data } = useQuery(SavedSearchNamesDocument, {
    variables: { tenants: slugs },
    skip: !tenant,
    fetchPolicy: 'cache-and-network',
  })
  if (!tenant) return null
  const go = (query: string, range: string | undefined) =>
    run(() => router.push(`${base}/search?${new URLSearchParams({ q: query, ...(range && { range }) })}`))
  const saved = data?.savedSearches ?? []
  const recent = recentSearches(tenant.slug)
  return (
    <>
      {text ? (
        <Command.Group heading="Search">
          <CommandItem value={TYPED} icon={Search} onSelect={() => go(text, carried)}>
            Events with
            <span className={styles.query}>{text}</span>
          </CommandItem>
        </Command.Group>
      ) : null}
      {saved.length > 0 ? (
        <Command.Group heading="Saved searches">
          {saved.map(({ id, name, query, range }) => (
            <CommandItem
              key={id}
              value={`saved ${id}`}
              keywords={[name, query]}
              icon={Bookmark}
              onSelect={() => go(query, range)}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.query}>{query}</span>
            </CommandItem>
          ))}
        </Command.Group>
      ) : null}
      {recent.length > 0 ? (
        <Command.Group heading="Recent searches">
          {recent.map(({ query, range }) => (
            <CommandItem
              key={query}
              value={`recent ${query}`}
              icon={History}
              onSelect={() => go(query, range)}
            >
              <span className={styles.query}>{query}</span>
            </CommandItem>
          ))}
        </Command.Group>
      ) : null}
    </>
  )
}
