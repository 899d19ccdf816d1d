'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useEffect, useState } from 'react'
import { Toasts } from '../../ui/toasts.tsx'
import { DropZone } from '../file/drop-zone.tsx'
import { NoteSearches } from '../palette/note-searches.tsx'
import { GoKeys } from './go-keys.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'

// They arrive when they are first asked for.
const CommandPalette = dynamic(
  () => import('../palette/command-palette.tsx').then((file) => file.CommandPalette),
  {
    ssr: false,
  },
)
const HelpDialog = dynamic(() => import('./help-dialog.tsx').then((file) => file.HelpDialog), { ssr: false })

/** Rail at the left, the page beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const [help, setHelp] = useState(false)
  const [commands, setCommands] = useState(false)
  useShortcuts({ '?': { does: 'This help', run: () => setHelp(true) } })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setCommands(true)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <Toasts>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <div className={styles.shell}>
        <Rail onCommands={() => setCommands(true)} onHelp={() => setHelp(true)} />
        <div className={styles.page}>{children}</div>
      </div>
      <GoKeys />
      <NoteSearches />
      <DropZone />
      {help ? <HelpDialog onClose={() => setHelp(false)} /> : null}
      {commands ? <CommandPalette onClose={() => setCommands(false)} onHelp={() => setHelp(true)} /> : null}
    </Toasts>
  )
}
