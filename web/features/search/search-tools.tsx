'use client'

import { Download, PanelLeftOpen, Rows2, Rows3, Rows4 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import styles from './search-tools.module.css'
import { VIEWS, type View } from './use-search-view.ts'

interface SearchToolsProps {
  /** Undefined where commands make a table, which is the only view there is. */
  view: View | undefined
  onView: (view: View) => void
  onExport: () => void
  children: ReactNode
}

const NAMES = { events: 'Events', patterns: 'Patterns', live: 'Live' } as const
const DENSITIES = ['dense', 'normal', 'roomy'] as const
const ICONS = { dense: Rows4, normal: Rows3, roomy: Rows2 } as const

/** How the answer is looked at, and what may be done with all of it. */
export function SearchTools({ view, onView, onExport, children }: SearchToolsProps) {
  const [fields, setFields] = useSetting('fields')
  const [density, setDensity] = useSetting('density')
  const Rows = ICONS[density] ?? Rows3
  const next = DENSITIES[(DENSITIES.indexOf(density) + 1) % DENSITIES.length] ?? 'normal'
  return (
    <div className={styles.tools}>
      {fields === 'closed' ? (
        <IconButton label="Show the fields" onClick={() => setFields('open')}>
          <PanelLeftOpen size={15} aria-hidden="true" />
        </IconButton>
      ) : null}
      {view ? (
        <fieldset className={styles.views} aria-label="View">
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.view}
              aria-pressed={view === one}
              onClick={() => onView(one)}
            >
              {NAMES[one]}
            </button>
          ))}
        </fieldset>
      ) : (
        <p className={styles.analysis}>Analysis</p>
      )}
      <span className={styles.gap} />
      {children}
      <Button look="quiet" onClick={onExport}>
        <Download size={14} aria-hidden="true" />
        Export
      </Button>
      <IconButton label={`Rows are ${density}: make them ${next}`} onClick={() => setDensity(next)}>
        <Rows size={15} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
