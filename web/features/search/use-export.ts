'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { ExportEventsDocument, type ExportEventsInput } from '../../graphql/generated/graphql.ts'
import { countLines } from './count-lines.ts'

export type ExportState =
  | { status: 'ready' }
  | { status: 'running'; since: number; rows: number; bytes: number }
  | { status: 'done'; rows: number; bytes: number }
  | { status: 'failed'; message: string }

/** How often the page hears of it. */
const EVERY_MS = 200

/** Takes events away as a file, counting them as they come. Cancelling stops the server's statement. */
export function useExport() {
  const client = useApolloClient()
  const [state, setState] = useState<ExportState>({ status: 'ready' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = useCallback(
    async (input: ExportEventsInput, file: string) => {
      const control = new AbortController()
      running.current = control
      const { signal } = control
      const since = Date.now()
      setState({ status: 'running', since, rows: 0, bytes: 0 })
      try {
        const { data } = await client.mutate({ mutation: ExportEventsDocument, variables: { input } })
        const mistake = data?.exportEvents.userErrors[0]
        const url = data?.exportEvents.url
        if (mistake || !url)
          return setState({ status: 'failed', message: mistake?.message ?? 'No address came.' })
        const response = await fetch(url, { signal })
        if (!response.ok || !response.body)
          return setState({ status: 'failed', message: refusal(response.status) })
        const { parts, rows, bytes } = await read(response.body, (counted) => {
          if (!signal.aborted) setState({ status: 'running', since, ...counted })
        })
        save(new Blob(parts), file)
        setState({ status: 'done', bytes, rows: input.format === 'csv' ? Math.max(rows - 1, 0) : rows })
      } catch (error) {
        if (signal.aborted) return setState({ status: 'ready' })
        const { message } = failureOf(error)
        setState({ status: 'failed', message: message || 'It broke off. Nothing was kept; try again.' })
      }
    },
    [client],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  return { state, start, cancel }
}

function refusal(status: number): string {
  if (status === 503) return 'The server is busy with other exports. Try again in a while.'
  return 'The address does not answer any more. Try again.'
}

async function read(
  body: ReadableStream<Uint8Array>,
  onCount: (counted: { rows: number; bytes: number }) => void,
) {
  const parts: BlobPart[] = []
  let rows = 0
  let bytes = 0
  let said = Date.now()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { parts, rows, bytes }
    parts.push(value as Uint8Array<ArrayBuffer>)
    rows += countLines(value)
    bytes += value.length
    if (Date.now() - said < EVERY_MS) continue
    said = Date.now()
    onCount({ rows, bytes })
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
