'use client'

import { Command } from 'cmdk'
import { Check, ChevronsUpDown, LayoutGrid } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import menu from '../../ui/menu.module.css'
import { useScope } from '../shell/scope.tsx'
import { useCarried } from '../shell/use-carried.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from './tenant-badge.tsx'
import styles from './tenant-switcher.module.css'

// A query names hosts and people of one customer: it stays with them.
const RANGE = ['range'] as const

/** Which tenant the page is about and, for those with several, the way to another. */
export function TenantSwitcher() {
  const viewer = useViewer()
  const { tenant } = useScope()
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const pathname = usePathname()
  const carried = useCarried(RANGE)
  useShortcuts(viewer.manyTenants ? { t: () => setOpen(true) } : {})

  if (!viewer.manyTenants) return tenant ? <TenantBadge tenant={tenant} className={styles.fixed} /> : null

  // Same page in another tenant; the ids of single alerts and events stay behind.
  const page = pathname.endsWith('/alerts') || pathname.includes('/alerts/') ? 'alerts' : 'search'
  const go = (href: string) => {
    setOpen(false)
    router.push(href)
  }
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
          <Command label="Tenants" defaultValue={tenant?.slug ?? 'all'} className={styles.command}>
            <Command.Input className={styles.input} placeholder="Find a tenant" />
            <Command.List className={styles.list} label="Tenants">
              <Command.Empty className={menu.label}>No tenant of yours is called that.</Command.Empty>
              {viewer.tenants.map((one) => (
                <Command.Item
                  key={one.id}
                  className={menu.item}
                  value={one.slug}
                  keywords={[one.name, one.code]}
                  onSelect={() =>
                    one.id === tenant?.id ? setOpen(false) : go(`/t/${one.slug}/${page}${carried}`)
                  }
                >
                  <TenantBadge tenant={one} />
                  <span className={menu.hint}>
                    {one.id === tenant?.id ? <Check size={14} aria-label="current" /> : one.role}
                  </span>
                </Command.Item>
              ))}
              <Command.Item
                className={menu.item}
                value="all"
                keywords={['All tenants', 'overview']}
                onSelect={() => go(page === 'alerts' ? `/all/alerts${carried}` : '/all')}
              >
                <LayoutGrid size={16} aria-hidden="true" className={styles.grid} />
                All tenants
              </Command.Item>
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
