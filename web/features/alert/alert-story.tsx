'use client'

import { useMemo } from 'react'
import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { dayAround } from '../ask/day-around.ts'
import { useScope } from '../shell/scope.tsx'
import { entityQuery } from '../timeline/entity-query.ts'
import { ProcessesView } from '../timeline/processes-view.tsx'
import { alertEntities } from './alert-entities.ts'
import { AlertGraph } from './alert-graph.tsx'
import { AlertLanes } from './alert-lanes.tsx'
import { AlertRelated } from './alert-related.tsx'
import styles from './entity-brief.module.css'
import { EntityBrief } from './entity-brief.tsx'
import type { FullAlert } from './full-alert.ts'
import { StoryPart } from './story-part.tsx'

interface AlertStoryProps {
  alert: FullAlert
  /** The newest event behind it; undefined until it comes, or where none is kept. */
  event: EventRow | undefined
  open: string | undefined
  onOpen: (id: string) => void
}

const HOUR = 3_600_000

/** What lies around an alert: who and what took part, when, by which process, and how it hangs together. */
export function AlertStory({ alert, event, open, onOpen }: AlertStoryProps) {
  const { base } = useScope()
  const { id, entity, firstSeen, lastSeen } = alert
  const asked = useMemo(() => dayAround(firstSeen, lastSeen), [firstSeen, lastSeen])
  const range = useMemo(
    () => ({ from: new Date(asked.from).toISOString(), to: new Date(asked.to).toISOString() }),
    [asked],
  )
  const span = useMemo(
    () => ({ from: Date.parse(firstSeen) - HOUR, to: Date.parse(lastSeen) + HOUR }),
    [firstSeen, lastSeen],
  )
  const fields = event?.fields
  const entities = useMemo(() => alertEntities(entity, fields ?? {}), [entity, fields])
  const hasProcess = fields !== undefined && ('process.pid' in fields || 'process.entity_id' in fields)
  const link = `?alert=${encodeURIComponent(id)}`
  return (
    <>
      {entities.length > 0 ? (
        <StoryPart title="Who and what" room="middle">
          <ul className={styles.entities}>
            {entities.map((one) => (
              <EntityBrief
                key={`${one.kind} ${one.value}`}
                entity={one}
                range={range}
                asked={asked}
                alert={id}
              />
            ))}
          </ul>
        </StoryPart>
      ) : null}
      {entityQuery(entity) ? (
        <StoryPart
          title="Around it in time"
          room="list"
          link={{ href: `${base}/timeline${link}`, words: 'The whole timeline' }}
        >
          <AlertLanes alert={alert} span={span} />
        </StoryPart>
      ) : null}
      <StoryPart
        title="Events that have to do with it"
        room="list"
        link={{ href: `${base}/timeline${link}&view=related`, words: 'More of them' }}
      >
        <AlertRelated alert={id} open={open} onOpen={onOpen} />
      </StoryPart>
      {event && hasProcess ? (
        <StoryPart title="Processes above and below" room="small">
          <ProcessesView event={event.id} onOpen={onOpen} />
        </StoryPart>
      ) : null}
      <StoryPart
        title="How it hangs together"
        room="large"
        link={{ href: `${base}/graph${link}`, words: 'The whole graph' }}
      >
        <AlertGraph alert={id} range={range} asked={asked} />
      </StoryPart>
    </>
  )
}
