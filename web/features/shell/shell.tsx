'use client'

import { type ReactNode, useState } from 'react'
import { Toasts } from '../../ui/toasts.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'

/** Rail at the left, the page beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const [help, setHelp] = useState(false)
  useShortcuts({ '?': () => setHelp(true) })
  return (
    <Toasts>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <div className={styles.shell}>
        <Rail onHelp={() => setHelp(true)} />
        <div className={styles.page}>{children}</div>
      </div>
      <HelpDialog open={help} onOpenChange={setHelp} />
    </Toasts>
  )
}
