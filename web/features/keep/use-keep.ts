'use client'

import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import {
  AnnotateEventDocument,
  type AnnotationKind,
  ChangeNoteDocument,
  RemoveAnnotationDocument,
} from '../../graphql/generated/graphql.ts'
import { useToast } from '../../ui/toasts.tsx'
import { noteKept } from './kept-changes.ts'

type Mistakes = readonly { message: string }[] | undefined

/** Keeps something of an event, changes it, lets it go. Each answers whether it was done, and says what was wrong. */
export function useKeep() {
  const client = useApolloClient()
  const toast = useToast()
  return useMemo(() => {
    async function act(ask: () => Promise<Mistakes>): Promise<boolean> {
      try {
        const [mistake] = (await ask()) ?? []
        if (mistake) toast({ text: mistake.message })
        else noteKept()
        return !mistake
      } catch (error) {
        toast({ text: failureOf(error).message })
        return false
      }
    }
    const add = (event: string, kind: AnnotationKind, text = '') =>
      act(async () => {
        const input = { event, kind, text }
        const { data } = await client.mutate({ mutation: AnnotateEventDocument, variables: { input } })
        return data?.annotateEvent.userErrors
      })
    const change = (id: string, text: string) =>
      act(async () => {
        const input = { id, text }
        const { data } = await client.mutate({ mutation: ChangeNoteDocument, variables: { input } })
        return data?.changeNote.userErrors
      })
    const remove = (id: string) =>
      act(async () => {
        const { data } = await client.mutate({
          mutation: RemoveAnnotationDocument,
          variables: { input: { id } },
        })
        return data?.removeAnnotation.userErrors
      })
    return { add, change, remove }
  }, [client, toast])
}
