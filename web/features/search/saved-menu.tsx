'use client'

import { Bookmark } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import menu from '../../ui/menu.module.css'
import styles from './saved-menu.module.css'
import type { SavedSearchesProps } from './saved-searches.tsx'

const SavedSearches = dynamic(() => import('./saved-searches.tsx').then((file) => file.SavedSearches))

/** Questions worth asking again. */
export function SavedMenu({ onOpen, ...question }: SavedSearchesProps) {
  const [open, setOpen] = useState(false)
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
          <SavedSearches
            {...question}
            onOpen={(saved) => {
              setOpen(false)
              onOpen(saved)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
