'use client'

import { Command } from 'cmdk'
import { Check, ChevronsUpDown, LayoutGrid } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useViewer } from '../shell/viewer.tsx'
import { OpenCritical } from './open-critical.tsx'
import { recentFirst, recentTenants } from './recent-tenants.ts'
import { TenantBadge } from './tenant-badge.tsx'
import styles from './tenant-switcher.module.css'
import { useOpenCritical } from './use-open-critical.ts'
import { useTenantLinks } from './use-tenant-links.ts'

/** Which tenant the page is about and, for those with several, the way to another. */
export function TenantSwitcher() {
  const viewer = useViewer()
  const { tenant } = useScope()
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const { inTenant, inAll } = useTenantLinks()
  const critical = useOpenCritical(open)
  const tenants = open ? recentFirst(viewer.tenants, recentTenants()) : []
  useShortcuts(viewer.manyTenants ? { t: () => setOpen(true) } : {})

  if (!viewer.manyTenants) return tenant ? <TenantBadge tenant={tenant} className={styles.fixed} /> : null

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
              {tenants.map((one) => (
                <Command.Item
                  key={one.id}
                  className={menu.item}
                  value={one.slug}
                  keywords={[one.name, one.code]}
                  onSelect={() => (one.id === tenant?.id ? setOpen(false) : go(inTenant(one.slug)))}
                >
                  <TenantBadge tenant={one} />
                  <span className={joinClass(menu.hint, styles.hint)}>
                    <OpenCritical count={critical.get(one.slug)} />
                    {one.id === tenant?.id ? <Check size={14} aria-label="current" /> : one.role}
                  </span>
                </Command.Item>
              ))}
              <Command.Item
                className={menu.item}
                value="all"
                keywords={['All tenants', 'overview']}
                onSelect={() => go(inAll)}
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
