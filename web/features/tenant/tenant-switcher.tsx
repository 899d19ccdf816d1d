'use client'

import { ChevronsUpDown, LayoutGrid } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import menu from '../../ui/menu.module.css'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from './tenant-badge.tsx'
import styles from './tenant-switcher.module.css'

const loadList = () => import('./tenant-list.tsx')
const TenantList = dynamic(() => loadList().then((file) => file.TenantList), { ssr: false })

/** Which tenant the page is about and, for those with several, the way to another. */
export function TenantSwitcher() {
  const viewer = useViewer()
  const { tenant } = useScope()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    // One types right behind the key that opens it.
    if (viewer.manyTenants) void loadList()
  }, [viewer.manyTenants])
  useShortcuts(viewer.manyTenants ? { t: () => setOpen(true) } : {})

  if (!viewer.manyTenants) return tenant ? <TenantBadge tenant={tenant} className={styles.fixed} /> : null

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={styles.trigger} title="Switch tenant (t)">
        {tenant ? (
          <TenantBadge tenant={tenant} />
        ) : (
          <span className={styles.all}>
            <LayoutGrid size={16} aria-hidden="true" />
            All tenants
          </span>
        )}
        <ChevronsUpDown size={14} aria-hidden="true" className={styles.chevron} />
        <span className="visually-hidden">, switch tenant</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={menu.menu} align="start" sideOffset={4} aria-label="Switch tenant">
          <TenantList onClose={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
