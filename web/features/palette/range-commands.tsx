'use client'

import { Command } from 'cmdk'
import { Clock } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { describeRange, OFFERED_RANGES } from '../ask/offered-ranges.ts'
import { formatTimeRange } from '../ask/time-range.ts'
import { pageAt } from '../shell/pages.ts'
import { CommandItem, type Run } from './command-item.tsx'

/** On pages that have a time range. */
export function RangeCommands({ run }: { run: Run }) {
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  if (pageAt(pathname)?.range === undefined) return null
  return (
    <Command.Group heading="Time range">
      {OFFERED_RANGES.map((range) => {
        const text = formatTimeRange(range)
        return (
          <CommandItem
            key={text}
            value={`range ${text}`}
            keywords={['time range', describeRange(range, 'utc')]}
            icon={Clock}
            onSelect={() =>
              run(() => {
                const asked = new URLSearchParams(params)
                asked.set('range', text)
                router.push(`${pathname}?${asked}`)
              })
            }
          >
            {describeRange(range, 'utc')}
          </CommandItem>
        )
      })}
    </Command.Group>
  )
}
