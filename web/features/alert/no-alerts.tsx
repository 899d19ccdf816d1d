import { Button } from '../../ui/button.tsx'
import { State } from '../../ui/state.tsx'

export function NoAlerts({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered)
    return (
      <State title="No alert fits these filters" action={<Button onClick={onClear}>All open alerts</Button>}>
        There may be others: the filters leave them out.
      </State>
    )
  return (
    <State title="Nothing is open">
      Rules judge every event as it comes. What they raise appears here by itself, with this page open.
    </State>
  )
}
