import { Logo } from '../../ui/logo.tsx'
import { State } from '../../ui/state.tsx'
import styles from './standalone.module.css'

/** The console runs, its server does not answer. */
export function Unreachable() {
  return (
    <main className={styles.page}>
      <div className={styles.told}>
        <Logo size={40} />
        <State
          title="The Nightjar server does not answer"
          heading="h1"
          urgent
          action={<a href="/">Try again</a>}
        >
          <p>
            The console runs, but its server cannot be reached. Logs that were acknowledged are safe; shippers
            keep the rest until the server is back.
          </p>
        </State>
      </div>
    </main>
  )
}
