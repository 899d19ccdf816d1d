'use client'

import { Command } from 'cmdk'
import { Check, LayoutGrid } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { OpenCritical } from './open-critical.tsx'
import { recentFirst, recentTenants } from './recent-tenants.ts'
import { TenantBadge } from './tenant-badge.tsx'
import styles from './tenant-switcher.module.css'
import { useOpenCritical } from './use-open-critical.ts'
import { useTenantLinks } from './use-tenant-links.ts'

/** The viewer's tenants, those of late first, found by typing. */
export function TenantList({ onClose }: { onClose: () => void }) {
  const viewer = useViewer()
  const { tenant } = useScope()
  const router = useRouter()
  const { inTenant, inAll } = useTenantLinks()
  const critical = useOpenCritical(true)
  const [tenants] = useState(() => recentFirst(viewer.tenants, recentTenants()))
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  return (
    <Command label="Tenants" defaultValue={tenant?.slug ?? 'all'} className={styles.command}>
      <Command.Input autoFocus className={styles.input} placeholder="Find a tenant" />
      <Command.List className={styles.list} label="Tenants">
        <Command.Empty className={menu.label}>No tenant of yours is called that.</Command.Empty>
        {tenants.map((one) => (
          <Command.Item
            key={one.id}
            className={menu.item}
            value={one.slug}
            keywords={[one.name, one.code]}
            onSelect={() => (one.id === tenant?.id ? onClose() : go(inTenant(one.slug)))}
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
  )
}
