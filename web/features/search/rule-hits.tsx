'use client'

import { useMemo } from 'react'
import {
  type EventFilter,
  SearchRuleHitsDocument,
  type SearchRuleHitsQuery,
} from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { joinClass } from '../../ui/join-class.ts'
import tables from '../../ui/table.module.css'
import { Time } from '../../ui/time.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './rule-hits.module.css'

interface RuleHitsProps {
  slugs: string[]
  filter: EventFilter
}

type Entities = SearchRuleHitsQuery['hitsByTenant']['rows'][number]['hosts']

/** What a pasted rule finds at each tenant, above the events themselves. */
export function RuleHits({ slugs, filter }: RuleHitsProps) {
  const asked = useMemo(() => ({ tenants: slugs, filter }), [filter, slugs])
  const { data, failure, since } = useQueryAnswer(SearchRuleHitsDocument, asked)
  if (failure)
    return (
      <p role="alert" className={styles.note}>
        Hits by tenant were not counted. {failure.message}
      </p>
    )
  if (!data) return <p className={styles.note}>Counting hits by tenant</p>
  const rows = data.hitsByTenant.rows.filter(({ count }) => Number(count) > 0)
  // That no event matches stands below.
  if (rows.length === 0) return null
  const without = data.hitsByTenant.rows.length - rows.length
  return (
    <section
      className={joinClass(styles.view, since !== undefined && styles.stale)}
      aria-label="Hits by tenant"
    >
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">Tenant</th>
            <th scope="col" className={tables.number}>
              Hits
            </th>
            <th scope="col">Hosts</th>
            <th scope="col">Users</th>
            <th scope="col">Addresses</th>
            <th scope="col">First seen</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tenant, count, hosts, users, addresses, firstSeen, lastSeen }) => (
            <tr key={tenant.id}>
              <td>
                <TenantBadge tenant={tenant} />
              </td>
              <td className={tables.number}>{formatNumber(count)}</td>
              <Values of={hosts} />
              <Values of={users} />
              <Values of={addresses} />
              <td>{firstSeen ? <Time instant={firstSeen} precision="second" /> : null}</td>
              <td>{lastSeen ? <Time instant={lastSeen} precision="second" /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {without > 0 ? (
        <p className={styles.note}>
          No hit at {formatNumber(without)} {without === 1 ? 'tenant' : 'tenants'}
        </p>
      ) : null}
    </section>
  )
}

/** The most frequent ones, and how many there are besides. */
function Values({ of: { distinct, values } }: { of: Entities }) {
  const others = Number(distinct) - values.length
  const texts = values.map(({ value }) => value).join(', ')
  return (
    <td className={styles.values} title={values.map(({ value, count }) => `${value}: ${count}`).join('\n')}>
      {others > 0 ? `${texts} and ${formatNumber(others)} more` : texts}
    </td>
  )
}
