import { entityOf } from '#core/detect/entity-of'
import { describeEvent } from './describe-event.ts'
import { evidenceOf } from './evidence-of.ts'
import type { Explain, Finding, Report } from './finding.ts'

/**
 * A line of JSON for each event that matched: `{"index":0,"rules":["id"]}`, with `file` first where there are several.
 * @param explain when given, each line also says when, where and what was found
 */
export function createNdjsonReport(explain: Explain | undefined): Report {
  return {
    found(finding) {
      const { file, index, rules } = finding
      const line = { ...(file === undefined ? {} : { file }), index, rules: rules.map(({ id }) => id) }
      return `${JSON.stringify(explain ? { ...line, ...detailsOf(finding, explain) } : line)}\n`
    },
    end: () => '',
  }
}

function detailsOf({ event, rules }: Finding, explain: Explain): object {
  const { time, host, user } = describeEvent(event)
  const fields = Object.fromEntries(
    Object.entries(event.fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
  return {
    ...(time === '' ? {} : { time }),
    ...(host === '' ? {} : { host }),
    ...(user === '' ? {} : { user }),
    detections: rules.map((rule) => {
      const { kind, value } = entityOf(rule, { fields, site: '', sourceId: '' })
      return {
        rule: rule.id,
        title: rule.title,
        level: rule.level,
        status: rule.status,
        tags: rule.tags,
        ...(value === '' ? {} : { entity: { kind, value } }),
        evidence: evidenceOf(explain(rule, event).condition),
      }
    }),
  }
}
