import { joinClass } from '../../ui/join-class.ts'
import styles from './query-bar-list.module.css'
import type { Offer } from './query-bar-offers.ts'

interface QueryBarListProps {
  id: string
  offers: readonly Offer[]
  marked: number | undefined
  onTake: (offer: Offer) => void
}

/** What may be typed next. The focus stays in the query: keys are handled there. */
export function QueryBarList({ id, offers, marked, onTake }: QueryBarListProps) {
  return (
    <>
      <div id={id} role="listbox" aria-label="Suggestions" className={styles.list}>
        {offers.map((offer, index) => (
          <div
            key={`${offer.kind} ${offer.taken}`}
            ref={index === marked ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={joinClass(styles.option, index === marked && styles.marked)}
            // Before the query loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              onTake(offer)
            }}
          >
            <span className={styles.text}>{offer.text}</span>
            <span className={styles.hint}>{offer.hint ?? offer.kind}</span>
          </div>
        ))}
      </div>
      <p className={styles.keys} aria-hidden="true">
        <kbd>↓</kbd> <kbd>↑</kbd> choose <kbd>Enter</kbd> take <kbd>Esc</kbd> close
      </p>
    </>
  )
}
