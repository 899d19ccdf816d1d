'use client'

import standalone from '../features/shell/standalone.module.css'
import { Button } from '../ui/button.tsx'
import { Logo } from '../ui/logo.tsx'
import { State } from '../ui/state.tsx'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main className={standalone.page}>
      <div className={standalone.told}>
        <Logo size={40} />
        <State
          title="This page broke"
          heading="h1"
          urgent
          action={<Button onClick={reset}>Try again</Button>}
        >
          <p>
            Nothing was changed by it. If it happens again, tell whoever runs this Nightjar
            {error.digest ? (
              <>
                {' '}
                and quote <code>{error.digest}</code>
              </>
            ) : null}
            .
          </p>
        </State>
      </div>
    </main>
  )
}
