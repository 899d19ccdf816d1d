'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { Tabs } from 'radix-ui'
import { CopyButton } from '../../ui/copy-button.tsx'
import { levelOf } from '../../ui/level.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Time } from '../../ui/time.tsx'
import { AttackTags } from '../alert/attack-tags.tsx'
import { EventNotes, type Writing } from '../keep/event-notes.tsx'
import { WriteParserLink } from '../parser/write-parser-link.tsx'
import { isRaw } from '../search/event-cells.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { EventWhy } from '../why/event-why.tsx'
import { RawLine } from '../why/raw-line.tsx'
import { useOrigins } from '../why/use-origins.ts'
import { EventAround } from './event-around.tsx'
import styles from './event-details.module.css'
import { EventFields } from './event-fields.tsx'
import type { FullEvent } from './use-event.ts'

interface EventDetailsProps {
  event: FullEvent
  /** Narrows the search by a value; without it, fields only copy. */
  onFilter?: ((field: string, value: string, without: boolean) => void) | undefined
  /** A field whose value is pointed out. */
  pointed?: string | undefined
  /** Opens another event in its place; without it others are links. */
  onOpen?: ((id: string) => void) | undefined
  /** What one begins to write right away. */
  writing?: Writing | undefined
}

const TABS = ['fields', 'json', 'raw', 'why', 'around'] as const
const NAMES = { fields: 'Fields', json: 'JSON', raw: 'Raw line', why: 'Why', around: 'Around' } as const
const address = { tab: parseAsStringLiteral(TABS), rule: parseAsString, field: parseAsString }

/** One event: what happened, which rules say so, and every field of it down to the line as it came. */
export function EventDetails({ event, onFilter, pointed, onOpen, writing }: EventDetailsProps) {
  const [{ tab: chosen, rule, field }, setAddress] = useQueryStates(address)
  const open = chosen ?? (isRaw(event) ? 'raw' : 'fields')
  const origins = useOrigins(event.id, open === 'fields' || open === 'raw')
  const fired = event.detections[0]?.ruleId
  const why = (ruleId: string | null) => void setAddress({ tab: 'why', rule: ruleId })
  useShortcuts({ w: { does: 'Why a rule matched the event, or not', run: () => why(rule) } })
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        <div>
          <dt>Time</dt>
          <dd>
            <Time instant={event.time} precision="full" />
          </dd>
        </div>
        <div>
          <dt>Severity</dt>
          <dd>
            <Severity level={levelOf(event.severity)} />
          </dd>
        </div>
        {event.outcome ? (
          <div>
            <dt>Outcome</dt>
            <dd>
              <Outcome outcome={event.outcome} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Source</dt>
          <dd>
            {event.source?.name ?? 'gone'}
            {event.site ? <span className={styles.muted}> at {event.site}</span> : null}
          </dd>
        </div>
        <div>
          <dt>Read by</dt>
          <dd>
            {isRaw(event) ? 'no parser: kept as it came. ' : <code>{event.parser}</code>}
            {isRaw(event) ? <WriteParserLink event={event} /> : null}
          </dd>
        </div>
        <div>
          <dt>Received</dt>
          <dd>
            <Time instant={event.received} />
          </dd>
        </div>
      </dl>
      {event.detections.length > 0 ? (
        <section className={styles.rules} aria-label="Rules that matched">
          {event.detections.map((detection) => (
            <div key={detection.ruleId} className={styles.rule}>
              <Severity level={detection.level} />
              <span className={styles.ruleTitle}>{detection.ruleTitle}</span>
              <AttackTags ids={detection.attack} />
              {detection.shadow ? <span className={styles.muted}>on trial: no alert</span> : null}
              <button
                type="button"
                className={styles.why}
                aria-label={`Why ${detection.ruleTitle}`}
                onClick={() => why(detection.ruleId)}
              >
                Why
              </button>
            </div>
          ))}
        </section>
      ) : null}
      <EventNotes event={event.id} tenant={event.tenant.slug} writing={writing} />
      <Tabs.Root
        value={open}
        onValueChange={(tab) => void setAddress({ tab: TABS.find((one) => one === tab) ?? null })}
        className={styles.tabs}
      >
        <Tabs.List className={styles.tabList} aria-label="The event as">
          {TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab} className={styles.tab}>
              {NAMES[tab]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="fields" className={styles.content} tabIndex={-1}>
          <EventFields
            event={event}
            onFilter={onFilter}
            pointed={pointed}
            origins={origins.byField}
            onOrigin={(name) => void setAddress({ tab: 'raw', field: name })}
          />
        </Tabs.Content>
        <Tabs.Content value="json" className={styles.content}>
          <EventJson event={event} />
        </Tabs.Content>
        <Tabs.Content value="raw" className={styles.content} tabIndex={-1}>
          <RawLine
            raw={event.raw}
            asked={origins}
            field={field}
            onField={(name) => void setAddress({ field: name })}
          />
        </Tabs.Content>
        <Tabs.Content value="why" className={styles.content} tabIndex={-1}>
          <EventWhy eventId={event.id} ruleId={rule ?? fired} onRule={why} />
        </Tabs.Content>
        <Tabs.Content value="around" className={styles.content} tabIndex={-1}>
          <EventAround event={event} onOpen={onOpen} />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  )
}

function EventJson({ event }: { event: FullEvent }) {
  const json = JSON.stringify(event.fields, null, 2)
  return (
    <>
      <div className={styles.copy}>
        <CopyButton text={json} label="Copy JSON" />
      </div>
      <pre className={styles.text}>{json}</pre>
    </>
  )
}
