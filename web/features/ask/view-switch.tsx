'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { pageAt } from '../shell/pages.ts'
import { usePages } from '../shell/use-pages.ts'
import styles from './view-switch.module.css'

/** The same question, looked at in another way. */
export function ViewSwitch() {
  const views = usePages().filter(({ page }) => page.isView)
  const current = pageAt(usePathname())
  if (views.length < 2) return null
  return (
    <nav aria-label="Views" className={styles.views}>
      {views.map(({ page, href }) => (
        <Link
          key={page.key}
          href={href}
          prefetch={false}
          className={styles.view}
          title={`${page.name} (g ${page.key})`}
          aria-current={page === current ? 'page' : undefined}
        >
          {page.name}
        </Link>
      ))}
    </nav>
  )
}
