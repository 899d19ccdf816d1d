'use client'

import { CircleHelp, PanelLeft, SquareTerminal } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { joinClass } from '../../ui/join-class.ts'
import { Logo } from '../../ui/logo.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { WorkButton } from '../work/work-button.tsx'
import { pageAt } from './pages.ts'
import { PersonMenu } from './person-menu.tsx'
import styles from './rail.module.css'
import { usePages } from './use-pages.ts'

interface RailProps {
  onCommands: () => void
  onHelp: () => void
}

export function Rail({ onCommands, onHelp }: RailProps) {
  const current = pageAt(usePathname())
  const [rail, setRail] = useSetting('rail')
  const wide = rail === 'wide'
  return (
    <nav className={joinClass(styles.rail, wide && styles.wide)} aria-label="Console">
      <Link href="/" prefetch={false} className={styles.logo} aria-label="Nightjar, home">
        <Logo />
        <span className={styles.name}>Nightjar</span>
      </Link>
      {usePages().map(({ page, href }) => (
        <Link
          key={page.key}
          href={href}
          prefetch={false}
          className={styles.item}
          title={`${page.name} (g ${page.key})`}
          aria-current={page === current ? 'page' : undefined}
        >
          <page.icon size={18} aria-hidden="true" />
          <span className={styles.name}>{page.name}</span>
        </Link>
      ))}
      <span className={styles.gap} />
      <WorkButton className={styles.item} nameClass={styles.name} />
      <button type="button" className={styles.item} title="Commands (Ctrl K)" onClick={onCommands}>
        <SquareTerminal size={18} aria-hidden="true" />
        <span className={styles.name}>Commands</span>
      </button>
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
