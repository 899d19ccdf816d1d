'use client'

import { useApolloClient } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { DropFileDocument } from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useScope } from '../shell/scope.tsx'
import { work } from '../work/work.ts'
import { sendFile } from './send-file.ts'
import { sending } from './sending.ts'

interface Announced {
  file: File
  id: string
  url: string
}

/** Gives files to the tenant's scratch and leads to them; undefined for who may not. They are sent one after the other. */
export function useDropFiles(): ((files: readonly File[]) => void) | undefined {
  const client = useApolloClient()
  const router = useRouter()
  const toast = useToast()
  const { tenant, base } = useScope()
  const slug = tenant?.slug ?? ''
  const name = tenant?.name ?? ''
  const drop = useCallback(
    async (files: readonly File[]) => {
      const announced: Announced[] = []
      for (const file of files) {
        const answer = await client
          .mutate({
            mutation: DropFileDocument,
            variables: { input: { tenant: slug, name: file.name, bytes: file.size } },
          })
          .catch((error: unknown) => failureOf(error).message)
        const payload = typeof answer === 'string' ? undefined : answer.data?.dropFile
        const { file: made, url, userErrors: [refused] = [] } = payload ?? {}
        if (made && url) announced.push({ file, id: made.id, url })
        else
          toast({ text: `${file.name}: ${refused?.message ?? (typeof answer === 'string' ? answer : '')}` })
      }
      const [first] = announced
      if (!first) return
      const handles = announced.map(({ file, id }) => {
        const handle = work.start(`${file.name} for ${name}`, 'Waits its turn,')
        sending.begin(id, handle)
        return handle
      })
      router.push(announced.length === 1 ? `${base}/files/${encodeURIComponent(first.id)}` : `${base}/files`)
      for (const [place, { file, id, url }] of announced.entries()) {
        const handle = handles[place]
        if (handle && !handle.signal.aborted) await sendFile(file, url, handle)
        sending.end(id)
      }
    },
    [client, router, toast, slug, name, base],
  )
  const may = tenant !== undefined && tenant.role !== 'reader'
  return may ? (files) => void drop(files) : undefined
}
