import { Button } from '../../ui/button.tsx'
import { State } from '../../ui/state.tsx'

interface NoAlertsProps {
  filtered: boolean
  /** Asked for by its value; empty for all. */
  entity: string
  onClear: () => void
}

export function NoAlerts({ filtered, entity, onClear }: NoAlertsProps) {
  if (filtered)
    return (
      <State title="No alert fits these filters" action={<Button onClick={onClear}>All open alerts</Button>}>
        {entity ? (
          <>
            An entity is found by its full value, exactly as alerts show it: <code>web01.example.com</code>,
            not <code>web01</code>.
          </>
        ) : (
          'There may be others: the filters leave them out.'
        )}
      </State>
    )
  return (
    <State title="Nothing is open">
      Rules judge every event as it comes. What they raise appears here by itself, with this page open.
    </State>
  )
}
