'use client'

import { useApolloClient } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import {
  ChangeSavedViewDocument,
  ForgetViewDocument,
  type SavedViewKind,
  SaveViewDocument,
} from '../../graphql/generated/graphql.ts'
import type { ViewForm } from './save-view-form.tsx'
import type { SavedViewState } from './use-saved-view.ts'
import { savedAddress, viewAddress } from './view-address.ts'
import type { ViewPlace } from './view-place.ts'

type Content = ViewForm & { places: ViewPlace[] }
type Mistakes = readonly { message: string }[] | undefined

/** Saves what the address says, changes what is open, forgets; and says how that went. */
export function useSaveView(kind: SavedViewKind, tenant: string, { view, onChanged }: SavedViewState) {
  const client = useApolloClient()
  const router = useRouter()
  const [message, setMessage] = useState('')
  const [changes, setChanges] = useState(0)

  async function act(ask: () => Promise<Mistakes>, said: string) {
    try {
      const [mistake] = (await ask()) ?? []
      setMessage(mistake?.message ?? said)
    } catch (error) {
      setMessage(failureOf(error).message)
    }
    setChanges((count) => count + 1)
  }
  const save = (content: Content) =>
    act(async () => {
      const address = viewAddress(location.search)
      const input = { tenant, kind, address, ...content }
      const { data } = await client.mutate({ mutation: SaveViewDocument, variables: { input } })
      const id = data?.saveView.savedView?.id
      if (id) router.replace(savedAddress({ id, address }))
      return data?.saveView.userErrors
    }, `Saved as ${content.name}.`)
  const change = (content: Content) =>
    act(async () => {
      if (!view) return
      const input = { id: view.id, version: view.version, address: viewAddress(location.search), ...content }
      const { data } = await client.mutate({ mutation: ChangeSavedViewDocument, variables: { input } })
      if (data?.changeSavedView.savedView) onChanged(data.changeSavedView.savedView)
      return data?.changeSavedView.userErrors
    }, `${content.name} is up to date.`)
  const forget = (id: string, name: string) =>
    act(async () => {
      const { data } = await client.mutate({ mutation: ForgetViewDocument, variables: { input: { id } } })
      return data?.forgetView.userErrors
    }, `${name} is gone.`)
  return { save, change, forget, message, changes }
}
