'use client'

import { useApolloClient } from '@apollo/client/react'
import { Command } from 'cmdk'
import { CircleHelp, Contrast, Download, Globe, Keyboard, Link2, LogOut, PanelLeft } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTheme } from 'next-themes'
import { parseTimeRange } from '#core/search/parse-time-range'
import type { ExportFormat } from '../../graphql/generated/graphql.ts'
import { useSetting } from '../../ui/use-setting.ts'
import { resolveTimeRange } from '../ask/time-range.ts'
import { useCopyLink } from '../ask/use-copy-link.ts'
import { FileCommands } from '../file/file-commands.tsx'
import { pageAt } from '../shell/pages.ts'
import { useScope } from '../shell/scope.tsx'
import { signOut } from '../shell/sign-in.ts'
import { THEMES } from '../shell/themes.ts'
import { work } from '../work/work.ts'
import { CommandItem, type Run } from './command-item.tsx'
import { exportEvents } from './export-events.ts'

const FORMATS = { csv: 'CSV', ndjson: 'NDJSON' } as const
const CHOICES = [...THEMES, { value: 'system', name: 'as the system' }]

export function ActionCommands({ run, onHelp }: { run: Run; onHelp: () => void }) {
  const client = useApolloClient()
  const { leave } = useScope()
  const { setTheme } = useTheme()
  const copyLink = useCopyLink()
  const [zone, setZone] = useSetting('zone')
  const [rail, setRail] = useSetting('rail')
  const [shortcuts, setShortcuts] = useSetting('shortcuts')
  return (
    <Command.Group heading="Actions">
      <CommandItem
        value="copy link"
        keywords={['address', 'url', 'share']}
        icon={Link2}
        onSelect={() => run(copyLink)}
      >
        Copy the link, its time range fixed
      </CommandItem>
      <ExportCommands run={run} />
      <FileCommands run={run} />
      {CHOICES.map(({ value, name }) => (
        <CommandItem
          key={value}
          value={`theme ${value}`}
          keywords={['appearance', name]}
          icon={Contrast}
          onSelect={() => run(() => setTheme(value))}
        >
          Theme: {name.toLowerCase()}
        </CommandItem>
      ))}
      <CommandItem
        value="time zone"
        keywords={['utc', 'local']}
        icon={Globe}
        onSelect={() => run(() => setZone(zone === 'utc' ? 'local' : 'utc'))}
      >
        Times in {zone === 'utc' ? 'local time' : 'UTC'}
      </CommandItem>
      <CommandItem
        value="single-key shortcuts"
        icon={Keyboard}
        onSelect={() => run(() => setShortcuts(shortcuts === 'on' ? 'off' : 'on'))}
      >
        Single-key shortcuts {shortcuts === 'on' ? 'off' : 'on'}
      </CommandItem>
      <CommandItem
        value="rail"
        keywords={['sidebar', 'menu']}
        icon={PanelLeft}
        onSelect={() => run(() => setRail(rail === 'wide' ? 'narrow' : 'wide'))}
      >
        {rail === 'wide' ? 'Narrow' : 'Widen'} the rail
      </CommandItem>
      <CommandItem
        value="help"
        keywords={['keys', 'shortcuts']}
        icon={CircleHelp}
        onSelect={() => run(onHelp)}
      >
        Help and keys
      </CommandItem>
      <CommandItem
        value="sign out"
        keywords={['log out']}
        icon={LogOut}
        onSelect={() =>
          run(() => {
            leave()
            void signOut(client)
          })
        }
      >
        Sign out
      </CommandItem>
    </Command.Group>
  )
}

/** What the search page shows, as a file. */
function ExportCommands({ run }: { run: Run }) {
  const client = useApolloClient()
  const { tenant } = useScope()
  const params = useSearchParams()
  const page = pageAt(usePathname())
  if (!tenant || page?.path !== 'search') return null
  const start = (format: ExportFormat) => {
    const range = parseTimeRange(params.get('range')) ?? parseTimeRange(page.range ?? null)
    if (!range) return
    const { from, to } = resolveTimeRange(range, Date.now())
    const query = params.get('q') ?? ''
    const filter = { query, range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }
    const handle = work.start(`Export of ${tenant.name}, ${FORMATS[format]}`, 'Asked for,')
    const name = `${tenant.slug}-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}`
    void exportEvents(client, { tenants: [tenant.slug], filter, format }, name, handle)
  }
  return (['csv', 'ndjson'] as const).map((format) => (
    <CommandItem
      key={format}
      value={`export ${format}`}
      keywords={['download', 'save', 'file']}
      icon={Download}
      onSelect={() => run(() => start(format))}
    >
      Export these events as {FORMATS[format]}
    </CommandItem>
  ))
}
