import type { Metadata } from 'next'
import Link from 'next/link'
import standalone from '../features/shell/standalone.module.css'
import { Logo } from '../ui/logo.tsx'
import { State } from '../ui/state.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** What does not exist and what one may not see look the same. */
export default function NotFound() {
  return (
    <main className={standalone.page}>
      <div className={standalone.told}>
        <Logo size={40} />
        <State
          title="There is nothing here"
          heading="h1"
          action={
            <Link href="/" prefetch={false}>
              Go to your console
            </Link>
          }
        >
          <p>
            The address is wrong, what it named is gone, or it belongs to a tenant that you are not a member
            of.
          </p>
        </State>
      </div>
    </main>
  )
}
