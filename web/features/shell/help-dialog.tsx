'use client'

import { Dialog } from '../../ui/dialog.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import styles from './help-dialog.module.css'

const SHORTCUTS = [
  ['/', 'Go to the query'],
  ['d', 'Choose the time range'],
  ['t', 'Switch tenant'],
  ['j  k', 'Next and previous row'],
  ['Enter', 'Open the row'],
  ['Esc', 'Close what is open'],
  ['?', 'This help'],
] as const

const QUERIES = [
  ['failed password', 'both words, anywhere in the line'],
  ['user.name:root', 'a field'],
  ['source.ip:10.0.0.0/8', 'a network'],
  ['event.outcome:failure and not user.name:svc*', 'and, or, not, wildcards'],
] as const

export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [shortcuts, setShortcuts] = useSetting('shortcuts')
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Help">
      <h3 className={styles.heading}>Keys</h3>
      <dl className={styles.keys}>
        {SHORTCUTS.map(([key, does]) => (
          <div key={key} className={styles.pair}>
            <dt>
              {key.split('  ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={shortcuts === 'on'}
          onChange={(event) => setShortcuts(event.target.checked ? 'on' : 'off')}
        />
        Single-key shortcuts
        <span>Enter, Esc and the arrow keys always work.</span>
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
