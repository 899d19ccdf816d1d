import type { AlertsQuery } from '../../graphql/generated/graphql.ts'

/** The next page below those before it. */
export function appendAlerts(
  before: AlertsQuery,
  { fetchMoreResult }: { fetchMoreResult: AlertsQuery },
): AlertsQuery {
  const edges = [...before.alerts.edges, ...fetchMoreResult.alerts.edges]
  return { alerts: { ...fetchMoreResult.alerts, edges } }
}
