'use client'

import { useSubscription } from '@apollo/client/react'
import { useCallback, useState } from 'react'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import { AlertRaisedDocument, AlertRowFragmentDoc } from '../../graphql/generated/graphql.ts'

/**
 * Ids of alerts that were raised since the list was read and are not in it. Alerts in the list count up in
 * place, by the cache; new ones wait until they are asked for, so that no row moves under the pointer.
 */
export function useNewAlerts(slugs: string[], listed: ReadonlySet<string>) {
  const [raised, setRaised] = useState<ReadonlySet<string>>(new Set())
  useSubscription(AlertRaisedDocument, {
    variables: { tenants: slugs },
    onData: ({ data: { data } }) => {
      if (!data) return
      const { id } = readFragment(AlertRowFragmentDoc, data.alertRaised)
      setRaised((before) => (before.has(id) ? before : new Set([...before, id])))
    },
  })
  const forget = useCallback(() => setRaised(new Set()), [])
  return { fresh: [...raised].filter((id) => !listed.has(id)).length, forget }
}
