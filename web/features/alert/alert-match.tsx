import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { textOf } from '../search/summarise-event.ts'
import styles from './alert-match.module.css'
import { markedParts } from './marked-parts.ts'

interface AlertMatchProps {
  /** Undefined while it is on its way. */
  event: EventRow | undefined
  /** What to mark in it. */
  values: readonly string[]
}

const MOST_FIELDS = 6
const MOST_LETTERS = 480
/** Before the first mark, where that lies further on. */
const LEAD = 120

/** The line that fired, with what the alert is about and what the rule found marked in it and in its fields. */
export function AlertMatch({ event, values }: AlertMatchProps) {
  const fields = event
    ? Object.entries(event.fields)
        .map(([name, value]) => ({ name, parts: markedParts(textOf(value), values) }))
        .filter(({ parts }) => parts.some(({ isMarked }) => isMarked))
        .slice(0, MOST_FIELDS)
    : []
  return (
    <section className={styles.match} aria-label="The line that fired">
      <h2>The line that fired</h2>
      {event ? (
        <>
          <pre className={styles.raw}>
            <Excerpt line={event.raw ?? ''} values={values} />
          </pre>
          <dl className={styles.fields}>
            {fields.map(({ name, parts }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Marked parts={parts} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <Skeleton rows={2} />
      )}
    </section>
  )
}

/** The whole line is among the details; here is what matters of it. */
function Excerpt({ line, values }: { line: string; values: readonly string[] }) {
  const [first, ...others] = markedParts(line, values)
  const ahead = first && !first.isMarked && others.length > 0 ? first.text.length : 0
  const from = ahead > MOST_LETTERS / 2 ? ahead - LEAD : 0
  const to = from + MOST_LETTERS
  return (
    <>
      {from > 0 ? '…' : null}
      <Marked parts={markedParts(line.slice(from, to), values)} />
      {to < line.length ? '…' : null}
    </>
  )
}

function Marked({ parts }: { parts: ReturnType<typeof markedParts> }) {
  return parts.map(({ text, isMarked }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told by their place
    return isMarked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>
  })
}
