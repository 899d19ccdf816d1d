import type { Failure } from '../graphql/failure.ts'
import { Button } from './button.tsx'
import { State } from './state.tsx'

const TITLES: Record<string, string> = {
  FORBIDDEN: 'Not for you to see',
  QUERY_SYNTAX: 'The query is not understood',
  QUERY_TIMEOUT: 'The query took too long',
  QUERY_TOO_LARGE: 'The query needs too much',
}

/** One's own to mend: there is nothing to ask anybody about. */
const CALLERS = new Set(['FORBIDDEN', 'QUERY_SYNTAX', 'BAD_USER_INPUT'])

/** What failed, what that means, what to do, and an id to quote. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const retry = CALLERS.has(failure.code) ? null : <Button onClick={onRetry}>Try again</Button>
  return (
    <State title={TITLES[failure.code] ?? 'No answer'} urgent action={retry}>
      <p>{failure.message}</p>
      {failure.id && !CALLERS.has(failure.code) ? (
        <p>
          To ask about it, quote <code>{failure.id}</code>.
        </p>
      ) : null}
    </State>
  )
}
