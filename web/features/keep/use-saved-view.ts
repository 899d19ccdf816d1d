'use client'

import { useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  SavedViewByIdDocument,
  type SavedViewByIdQuery,
  type SavedViewKind,
} from '../../graphql/generated/graphql.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useScope } from '../shell/scope.tsx'
import { savedAddress, viewAddress } from './view-address.ts'

export type OpenView = Extract<NonNullable<SavedViewByIdQuery['node']>, { places: unknown }>

export interface SavedViewState {
  /** Of the address; it may be gone, or somebody else's. */
  id: string | undefined
  view: OpenView | undefined
  isLoading: boolean
  isMissing: boolean
  /** Takes over what a change of it made. */
  onChanged: (changed: Pick<OpenView, 'id' | 'name' | 'address' | 'isShared' | 'version'>) => void
}

/** The saved view that the address names. A link with nothing but its id takes its address over. */
export function useSavedView(kind: SavedViewKind): SavedViewState {
  const { tenant } = useScope()
  const router = useRouter()
  const [saved] = useQueryState('saved', parseAsString)
  const id = saved ?? undefined
  const variables = useMemo(() => (id ? { id } : undefined), [id])
  const { data, failure } = useQueryAnswer(SavedViewByIdDocument, variables)
  const [changed, setChanged] = useState<Partial<OpenView>>()
  const node = data?.node
  const found =
    node && 'kind' in node && node.id === id && node.kind === kind && node.tenant.slug === tenant?.slug
      ? node
      : undefined
  const isAnswered = failure !== undefined || (data !== undefined && (!node || node.id === id))

  const address = found?.address
  useEffect(() => {
    if (id && address && viewAddress(location.search) === '') router.replace(savedAddress({ id, address }))
  }, [address, id, router])
  const onChanged = useCallback((change: Partial<OpenView>) => setChanged(change), [])
  return {
    id,
    view: found && changed?.id === found.id ? { ...found, ...changed } : found,
    isLoading: id !== undefined && !isAnswered,
    isMissing: id !== undefined && isAnswered && !found,
    onChanged,
  }
}
