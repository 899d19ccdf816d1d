'use client'

import { Bell, CircleHelp, FileCode2, LayoutGrid, PanelLeft, Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { Logo } from '../../ui/logo.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { PersonMenu } from './person-menu.tsx'
import styles from './rail.module.css'
import { useScope } from './scope.tsx'
import { useCarried } from './use-carried.ts'
import { useViewer } from './viewer.tsx'

function RailLink({
  href,
  name,
  icon,
  exact,
}: {
  href: string
  name: string
  icon: ReactNode
  exact?: boolean
}) {
  const pathname = usePathname()
  const path = href.split('?')[0] ?? href
  const current = exact ? pathname === path : pathname.startsWith(path)
  return (
    <Link
      href={href}
      prefetch={false}
      className={styles.item}
      title={name}
      aria-current={current ? 'page' : undefined}
    >
      {icon}
      <span className={styles.name}>{name}</span>
    </Link>
  )
}

export function Rail({ onHelp }: { onHelp: () => void }) {
  const viewer = useViewer()
  const { base, tenant } = useScope()
  const carried = useCarried()
  const [rail, setRail] = useSetting('rail')
  const wide = rail === 'wide'
  return (
    <nav className={joinClass(styles.rail, wide && styles.wide)} aria-label="Console">
      <Link href="/" prefetch={false} className={styles.logo} aria-label="Nightjar, home">
        <Logo />
        <span className={styles.name}>Nightjar</span>
      </Link>
      {viewer.manyTenants ? (
        <RailLink href="/all" exact name="All tenants" icon={<LayoutGrid size={18} aria-hidden="true" />} />
      ) : null}
      {tenant ? (
        <RailLink
          href={`${base}/search${carried}`}
          name="Search"
          icon={<Search size={18} aria-hidden="true" />}
        />
      ) : null}
      <RailLink
        href={`${base}/alerts${carried}`}
        name="Alerts"
        icon={<Bell size={18} aria-hidden="true" />}
      />
      {tenant ? (
        <RailLink href={`${base}/parsers`} name="Parsers" icon={<FileCode2 size={18} aria-hidden="true" />} />
      ) : null}
      <span className={styles.gap} />
      <button type="button" className={styles.item} title="Help and shortcuts (?)" onClick={onHelp}>
        <CircleHelp size={18} aria-hidden="true" />
        <span className={styles.name}>Help</span>
      </button>
      <PersonMenu className={styles.item} nameClass={styles.name} />
      <button
        type="button"
        className={styles.item}
        aria-expanded={wide}
        title={wide ? 'Narrow the rail' : 'Widen the rail'}
        onClick={() => setRail(wide ? 'narrow' : 'wide')}
      >
        <PanelLeft size={18} aria-hidden="true" />
        <span className={styles.name}>{wide ? 'Narrow' : 'Widen'}</span>
      </button>
    </nav>
  )
}
