'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { usePages } from '../shell/use-pages.ts'
import { CommandItem, type Run } from './command-item.tsx'
import styles from './command-palette.module.css'

export function PageCommands({ run }: { run: Run }) {
  const router = useRouter()
  return (
    <Command.Group heading="Pages">
      {usePages().map(({ page, href }) => (
        <CommandItem
          key={page.key}
          value={`page ${page.name}`}
          icon={page.icon}
          hint={
            <>
              <kbd>g</kbd>
              <kbd>{page.key}</kbd>
            </>
          }
          onSelect={() => run(() => router.push(href))}
        >
          <span className={styles.name}>{page.name}</span>
        </CommandItem>
      ))}
    </Command.Group>
  )
}
