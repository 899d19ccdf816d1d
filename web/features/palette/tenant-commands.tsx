'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { OpenCritical } from '../tenant/open-critical.tsx'
import { recentFirst, recentTenants } from '../tenant/recent-tenants.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { useOpenCritical } from '../tenant/use-open-critical.ts'
import { useTenantLinks } from '../tenant/use-tenant-links.ts'
import { CommandItem, type Run } from './command-item.tsx'

const RECENT = 5

interface TenantCommandsProps {
  /** All that fit; else the recent ones. */
  all: boolean
  run: Run
}

export function TenantCommands({ all, run }: TenantCommandsProps) {
  const { tenants, manyTenants } = useViewer()
  const { tenant } = useScope()
  const { inTenant } = useTenantLinks()
  const router = useRouter()
  const critical = useOpenCritical(manyTenants)
  if (!manyTenants) return null
  const others = recentFirst(tenants, recentTenants()).filter(({ id }) => id !== tenant?.id)
  return (
    <Command.Group heading="Tenants">
      {(all ? others : others.slice(0, RECENT)).map((one) => (
        <CommandItem
          key={one.id}
          value={`tenant ${one.slug}`}
          keywords={[one.name, one.code]}
          hint={<OpenCritical count={critical.get(one.slug)} />}
          onSelect={() => run(() => router.push(inTenant(one.slug)))}
        >
          <TenantBadge tenant={one} />
        </CommandItem>
      ))}
    </Command.Group>
  )
}
