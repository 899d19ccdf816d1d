'use client'

import { useQuery } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { DroppedFileDocument, FileRowFragmentDoc } from '../../graphql/generated/graphql.ts'

const AGAIN_MS = 1_000
/** Detections are stored right behind their events, and people look at a file when all seems to be there. */
const ROUNDS_AFTER = 10

/** A file and what is found in it, asked again until all of it is stored. */
export function useFile(id: string) {
  const { data, error, refetch } = useQuery(DroppedFileDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  const file = data?.droppedFile
  const row = readFragment(FileRowFragmentDoc, file)
  const isOver = row?.state === 'read' || row?.state === 'broken_off'
  const isStored = isOver && Number(file?.findings.events ?? 0) >= Number(row.records)
  const [rounds, setRounds] = useState(0)
  const settled = isStored && rounds >= ROUNDS_AFTER
  const again = useCallback(() => void refetch().catch(() => undefined), [refetch])
  useEffect(() => {
    if (settled) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      if (isStored) setRounds((count) => count + 1)
      again()
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [settled, isStored, again])
  return { file: file && row ? { ...file, ...row } : undefined, error, again, isStored }
}
