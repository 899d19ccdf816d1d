'use client'

import { Gauge } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Popover } from 'radix-ui'
import { Button } from '../../ui/button.tsx'
import menu from '../../ui/menu.module.css'
import styles from './explain-button.module.css'

const SearchCost = dynamic(() => import('./search-cost.tsx').then((file) => file.SearchCost))

/** What the search reads, and which of its conditions are slow. */
export function ExplainButton({ query }: { query: string }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button look="quiet" title="What the search reads, and what makes it slow">
          <Gauge size={14} aria-hidden="true" />
          Cost
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`${menu.menu} ${styles.panel}`}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="What the search reads"
        >
          <SearchCost query={query} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
