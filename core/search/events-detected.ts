/**
 * The table `events`, and beside its columns what rules found in each event.
 * @param lists of a row of `detections`, as SQL of type Array(String), by the names that columns get for them
 * @param where tenant and time, of a row of `detections`
 */
export function eventsDetected(lists: ReadonlyMap<string, string>, where: string): string {
  if (lists.size === 0) return 'events'
  const found = [...lists].map(([name, list]) => `arraySort(groupUniqArrayArray(${list})) AS ${name}`)
  return `events LEFT JOIN (SELECT tenant_id, event_id, ${found.join(', ')} FROM detections
    WHERE ${where} GROUP BY tenant_id, event_id) AS found USING (tenant_id, event_id)`
}
