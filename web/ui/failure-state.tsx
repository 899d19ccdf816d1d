import type { Failure } from '../graphql/failure.ts'
import { Button } from './button.tsx'
import { State } from './state.tsx'

const TITLES: Record<string, string> = {
  FORBIDDEN: 'Not for you to see',
  TIMEOUT: 'Too slow',
  BAD_USER_INPUT: 'The query is not understood',
}

/** What failed, what that means, what to do, and an id to quote. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const retry = failure.code === 'FORBIDDEN' ? null : <Button onClick={onRetry}>Try again</Button>
  return (
    <State title={TITLES[failure.code] ?? 'No answer'} urgent action={retry}>
      <p>{failure.message}</p>
      {failure.code === 'TIMEOUT' ? (
        <p>A shorter time range, or a field instead of a bare word, is faster.</p>
      ) : null}
      {failure.id ? (
        <p>
          To ask about it, quote <code>{failure.id}</code>.
        </p>
      ) : null}
    </State>
  )
}
