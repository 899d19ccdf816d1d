'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useScope } from '../shell/scope.tsx'
import { CommandItem, type Run } from './command-item.tsx'
import styles from './command-palette.module.css'
import { TYPED } from './filter-commands.ts'

/** A search of the tenant for what is typed, behind all that is called so. */
export function TypedSearch({ text, run }: { text: string; run: Run }) {
  const { tenant, base } = useScope()
  const router = useRouter()
  const range = useSearchParams().get('range')
  if (!tenant || !text) return null
  const asked = new URLSearchParams({ q: text, ...(range && { range }) })
  return (
    <Command.Group heading="Search">
      <CommandItem
        value={TYPED}
        icon={Search}
        onSelect={() => run(() => router.push(`${base}/search?${asked}`))}
      >
        Events with
        <span className={styles.query}>{text}</span>
      </CommandItem>
    </Command.Group>
  )
}
