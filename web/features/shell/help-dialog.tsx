'use client'

import { Dialog } from '../../ui/dialog.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import styles from './help-dialog.module.css'
import { useListedShortcuts } from './shortcut-registry.ts'
import { usePages } from './use-pages.ts'

/** Work wherever one is, also with single keys turned off. */
const ALWAYS = [
  { keys: ['Ctrl', 'K'], does: 'Commands: pages, tenants, searches, themes' },
  { keys: ['Enter'], does: 'Open the row' },
  { keys: ['Esc'], does: 'Close what is open' },
]

const QUERIES = [
  ['failed password', 'both words, anywhere in the line'],
  ['user.name:root', 'a field'],
  ['source.ip:10.0.0.0/8', 'a network'],
  ['event.outcome:failure and not user.name:svc*', 'and, or, not, wildcards'],
] as const

interface Keys {
  keys: readonly string[]
  does: string
}

function KeyList({ title, rows }: { title: string; rows: readonly Keys[] }) {
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.keys}>
        {rows.map(({ keys, does }) => (
          <div key={keys.join(' ')} className={styles.pair}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Keys of the page one is on, where they lead, and how queries are written. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const [shortcuts, setShortcuts] = useSetting('shortcuts')
  const listed = useListedShortcuts()
  const pages = usePages()
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title="Help">
      <KeyList
        title="Keys of this page"
        rows={[...listed.map(({ key, does }) => ({ keys: [key], does })), ...ALWAYS]}
      />
      <KeyList title="Pages" rows={pages.map(({ page }) => ({ keys: ['g', page.key], does: page.name }))} />
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={shortcuts === 'on'}
          onChange={(event) => setShortcuts(event.target.checked ? 'on' : 'off')}
        />
        Single-key shortcuts
        <span>Ctrl K, Enter, Esc and the arrow keys always work.</span>
      </label>
      <h3 className={styles.heading}>Queries</h3>
      <dl className={styles.queries}>
        {QUERIES.map(([query, means]) => (
          <div key={query} className={styles.pair}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
