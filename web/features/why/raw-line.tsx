'use client'

import { type KeyboardEvent, useMemo, useState } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import { useLate } from '../../ui/use-late.ts'
import { type FieldSource, originWords } from './origin-words.ts'
import { type Piece, piecesOfLine } from './pieces-of-line.ts'
import styles from './raw-line.module.css'
import type { useOrigins } from './use-origins.ts'

interface RawLineProps {
  raw: string
  asked: ReturnType<typeof useOrigins>
  /** The field that is pointed out in the line. */
  field: string | null
  onField: (field: string) => void
}

/** The line as it came, with what was read from each part of it. */
export function RawLine({ raw, asked, field, onField }: RawLineProps) {
  const { origins, byField, failure } = asked
  const pieces = useMemo(() => piecesOfLine(raw, origins?.fields ?? []), [raw, origins])
  const [picked, setPicked] = useState<number>()
  const waits = useLate(!origins && !failure, 800)
  const chosen = field === null ? undefined : byField.get(field)
  const place =
    picked !== undefined && (!chosen || pieces[picked]?.fields.includes(chosen.field))
      ? picked
      : placeOf(pieces, chosen)
  const here = place === undefined ? undefined : pieces[place]

  function pick(index: number | undefined) {
    const [first] = (index === undefined ? undefined : pieces[index]?.fields) ?? []
    if (first === undefined) return
    setPicked(index)
    onField(first)
  }
  function step(by: 1 | -1) {
    const from = place ?? (by > 0 ? -1 : pieces.length)
    for (let at = from + by; at >= 0 && at < pieces.length; at += by) if (pieces[at]?.begins) return pick(at)
  }
  /** The next field of those read from the same place. */
  function turn(by: 1 | -1) {
    if (!here || !chosen) return step(by)
    const { fields } = here
    const next = fields[(fields.indexOf(chosen.field) + by + fields.length) % fields.length]
    if (place !== undefined) setPicked(place)
    if (next !== undefined) onField(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight') step(1)
    else if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 'ArrowDown') turn(1)
    else if (event.key === 'ArrowUp') turn(-1)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.place}>
      <div className={styles.copy}>
        <CopyButton text={raw} label="Copy the line" />
      </div>
      <div
        className={styles.line}
        role="application"
        aria-roledescription="raw line"
        aria-label="The line as it came. Left and right go from part to part, up and down through the fields read from it."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {pieces.map((piece, index) =>
          piece.fields.length === 0 ? (
            <span key={piece.start}>{piece.text}</span>
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the application around it handles the keys
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <span
              key={piece.start}
              title={piece.fields.join(', ')}
              className={joinClass(
                styles.read,
                chosen && piece.fields.includes(chosen.field) && styles.marked,
              )}
              onClick={() => pick(index)}
            >
              {piece.text}
            </span>
          ),
        )}
      </div>
      <div role="status" className={styles.told}>
        {chosen ? (
          <>
            <code>{chosen.field}</code> {originWords(chosen)}
            {here && here.fields.length > 1 ? ` · read from here: ${here.fields.join(', ')}` : ''}
          </>
        ) : null}
        {!chosen && origins ? 'Choose a field, or a part of the line.' : null}
        {waits ? 'Reading the line again …' : null}
        {failure ? `Where the fields come from cannot be said: ${failure.message}` : null}
      </div>
      {origins && !origins.isComplete ? (
        <p className={styles.note}>
          The line is too long to try each of its words: some fields have no bytes.
        </p>
      ) : null}
      <ul className={styles.fields} aria-label="Fields, and where they come from">
        {[...(origins?.fields ?? [])].sort(byPlace).map((source) => (
          <li key={source.field}>
            <button
              type="button"
              className={styles.field}
              aria-pressed={source.field === field}
              onClick={() => {
                setPicked(undefined)
                onField(source.field)
              }}
            >
              <span className={styles.name}>{source.field}</span>
              <span className={styles.origin}>{originWords(source)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function placeOf(pieces: readonly Piece[], chosen: FieldSource | undefined): number | undefined {
  const place = chosen ? pieces.findIndex(({ fields }) => fields.includes(chosen.field)) : -1
  return place < 0 ? undefined : place
}

/** In the order of the line; what is in no bytes of it comes last. */
function byPlace(one: FieldSource, other: FieldSource): number {
  const at = ({ bytes }: FieldSource) => bytes[0]?.start ?? Number.MAX_SAFE_INTEGER
  return at(one) - at(other) || (one.field < other.field ? -1 : 1)
}
