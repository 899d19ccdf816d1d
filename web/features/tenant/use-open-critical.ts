'use client'

import { useQuery } from '@apollo/client/react'
import { OpenAlertCountsDocument } from '../../graphql/generated/graphql.ts'

/** Open critical alerts by slug, asked for while something shows them. */
export function useOpenCritical(shown: boolean): ReadonlyMap<string, number> {
  const { data } = useQuery(OpenAlertCountsDocument, { skip: !shown, fetchPolicy: 'cache-and-network' })
  return new Map(
    data?.tenants.map(({ slug, openAlerts }) => [
      slug,
      openAlerts.find(({ level }) => level === 'critical')?.count ?? 0,
    ]),
  )
}
