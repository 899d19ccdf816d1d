'use client'

import { FileUp } from 'lucide-react'
import { CommandItem, type Run } from '../palette/command-item.tsx'
import { chooseFiles } from './choose-files.ts'
import { useDropFiles } from './use-drop-files.ts'

/** What dropping does, by its name. */
export function FileCommands({ run }: { run: Run }) {
  const drop = useDropFiles()
  if (!drop) return null
  return (
    <CommandItem
      value="choose files"
      keywords={['upload', 'drop', 'open', 'evtx', 'log', 'archive', 'scratch']}
      icon={FileUp}
      onSelect={() => run(() => chooseFiles(drop))}
    >
      Choose files to read: event logs, lines, archives
    </CommandItem>
  )
}
