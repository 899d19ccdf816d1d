'use client'

import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useRef, useState } from 'react'
import dialog from '../../ui/dialog.module.css'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { ActionCommands } from './action-commands.tsx'
import styles from './command-palette.module.css'
import { asksForTenants, filterCommands } from './filter-commands.ts'
import { PageCommands } from './page-commands.tsx'
import { RangeCommands } from './range-commands.tsx'
import { SearchCommands } from './search-commands.tsx'
import { TenantCommands } from './tenant-commands.tsx'
import { TypedSearch } from './typed-search.tsx'

interface CommandPaletteProps {
  onClose: () => void
  onHelp: () => void
}

/** Everything by its name: pages, tenants, searches, time ranges, and what one can do here. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const [text, setText] = useState('')
  const opener = useRef<Element>(null)
  const tenantsOnly = asksForTenants(text)
  const run = (what: () => void) => {
    onClose()
    what()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={dialog.backdrop} />
        <Dialog.Content
          className={joinClass(dialog.dialog, styles.palette)}
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
        >
          <Dialog.Title className="visually-hidden">Commands</Dialog.Title>
          <Command label="Commands" filter={filterCommands} loop>
            <Command.Input
              className={styles.input}
              value={text}
              onValueChange={setText}
              placeholder="Go to a page, a tenant (tenant:acme), a search, or do something"
            />
            <Command.List className={styles.list} label="Commands">
              <Command.Empty className={menu.label}>Nothing is called that.</Command.Empty>
              {tenantsOnly ? null : <PageCommands run={run} />}
              {tenantsOnly ? null : <SearchCommands run={run} />}
              <TenantCommands all={text.trim() !== ''} run={run} />
              {tenantsOnly ? null : <RangeCommands run={run} />}
              {tenantsOnly ? null : <ActionCommands run={run} onHelp={onHelp} />}
              {tenantsOnly ? null : <TypedSearch text={text.trim()} run={run} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
