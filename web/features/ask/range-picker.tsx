'use client'

import { Check, Clock } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import type { Zone } from '../../ui/format-time.ts'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { useSetting } from '../../ui/use-setting.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { fromInput, toInput } from './datetime-input.ts'
import { describeRange, OFFERED_RANGES } from './offered-ranges.ts'
import styles from './range-picker.module.css'
import { formatTimeRange, resolveTimeRange, type TimeRange } from './time-range.ts'

export function RangePicker({ range, onChange }: { range: TimeRange; onChange: (range: TimeRange) => void }) {
  const [open, setOpen] = useState(false)
  const [zone] = useSetting('zone')
  useShortcuts({ d: () => setOpen(true) })
  const choose = (next: TimeRange) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button className={styles.trigger} title="Time range (d)">
          <Clock size={14} aria-hidden="true" />
          <span className="visually-hidden">Time range: </span>
          {/* A server does not know the reader's zone. */}
          <span suppressHydrationWarning>{describeRange(range, zone)}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={menu.menu} align="end" sideOffset={4} aria-label="Time range">
          <div className={styles.panel}>
            <ul className={styles.offered}>
              {OFFERED_RANGES.map((offered) => (
                <li key={formatTimeRange(offered)}>
                  <button type="button" className={menu.item} onClick={() => choose(offered)}>
                    <span className={menu.mark}>
                      {formatTimeRange(offered) === formatTimeRange(range) ? (
                        <Check size={14} aria-label="chosen:" />
                      ) : null}
                    </span>
                    {describeRange(offered, zone)}
                  </button>
                </li>
              ))}
            </ul>
            <AbsoluteRange range={range} zone={zone} onChange={choose} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface AbsoluteRangeProps {
  range: TimeRange
  zone: Zone
  onChange: (range: TimeRange) => void
}

function AbsoluteRange({ range, zone, onChange }: AbsoluteRangeProps) {
  const [shown] = useState(() =>
    resolveTimeRange(range.kind === 'all' ? { kind: 'relative', amount: 24, unit: 'h' } : range, Date.now()),
  )
  const [message, setMessage] = useState('')
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const from = fromInput(String(form.get('from')), zone)
    const to = fromInput(String(form.get('to')), zone)
    if (from === undefined || to === undefined) setMessage('Write both as 2026-11-23 08:00:00.')
    else if (from >= to) setMessage('The range ends before it starts.')
    else onChange({ kind: 'absolute', from, to })
  }
  return (
    <form className={styles.absolute} onSubmit={submit}>
      <h2>From one time to another</h2>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className={field.field}>
          <span className={field.label}>{name === 'from' ? 'From' : 'To, not included'}</span>
          <input
            className={joinClass(field.input, styles.when)}
            placeholder="2026-11-23 08:00:00"
            autoComplete="off"
            spellCheck={false}
            name={name}
            defaultValue={toInput(shown[name], zone)}
            aria-describedby="range-message"
          />
        </label>
      ))}
      <p id="range-message" role="alert" className={styles.message}>
        {message}
      </p>
      <Button type="submit">Use this range</Button>
      <p className={styles.zone}>
        Times in {zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone}
      </p>
    </form>
  )
}
