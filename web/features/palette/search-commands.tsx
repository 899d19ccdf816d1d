'use client'

import { useQuery } from '@apollo/client/react'
import { Command } from 'cmdk'
import { Bookmark, History } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { SavedSearchNamesDocument } from '../../graphql/generated/graphql.ts'
import { useScope } from '../shell/scope.tsx'
import { CommandItem, type Run } from './command-item.tsx'
import styles from './command-palette.module.css'
import { recentSearches } from './recent-searches.ts'

/** Of one tenant: what was saved, and what was searched for lately. */
export function SearchCommands({ run }: { run: Run }) {
  const { tenant, base, slugs } = useScope()
  const router = useRouter()
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
