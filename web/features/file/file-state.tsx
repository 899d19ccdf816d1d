import type { DroppedFileState } from '../../graphql/generated/graphql.ts'
import { formatBytes } from '../../ui/format-bytes.ts'

const WORDS: Record<DroppedFileState, string> = {
  waiting: 'waits to be sent',
  receiving: 'being read',
  read: 'read',
  broken_off: 'broken off',
}

interface FileStateProps {
  file: { state: DroppedFileState; bytes: number | string; received: number | string }
}

/** What became of a file, in words. */
export function FileState({ file: { state, bytes, received } }: FileStateProps) {
  const isPart = state === 'receiving' || state === 'broken_off'
  const part = isPart ? `: ${formatBytes(Number(received))} of ${formatBytes(Number(bytes))}` : ''
  return (
    <span>
      {WORDS[state]}
      {part}
    </span>
  )
}
