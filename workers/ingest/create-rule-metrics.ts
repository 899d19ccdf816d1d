import { Counter, Gauge, type Registry } from 'prom-client'
import type { RuleCounts } from './rule-counts.ts'

export interface RuleMetrics {
  /** Rules were read and are in force. */
  loaded(loaded: { counts: RuleCounts; bytes: () => number }, now: number): void
  /** Rules could not be read: those before stay in force. */
  failed(): void
}

export function createRuleMetrics(registry: Registry): RuleMetrics {
  const registers = [registry]
  const rules = new Gauge({
    name: 'nightjar_rules',
    help: 'Rules for everybody by mode; unread: rule files left out, wholly or in part',
    labelNames: ['mode'],
    registers,
  })
  let bytesNow = () => 0
  new Gauge({
    name: 'nightjar_rules_matcher_bytes',
    help: 'An estimate of what the compiled rules hold, those of tenants with them',
    registers,
    collect() {
      this.set(bytesNow())
    },
  })
  const loads = new Counter({
    name: 'nightjar_rule_loads_total',
    help: 'Times that changed rules were put in force, or that reading them failed',
    labelNames: ['outcome'],
    registers,
  })
  let loadedAt = 0
  new Gauge({
    name: 'nightjar_rules_age_seconds',
    help: 'Since the rules in force were loaded',
    registers,
    collect() {
      if (loadedAt > 0) this.set((Date.now() - loadedAt) / 1000)
    },
  })
  for (const outcome of ['ok', 'failed']) loads.inc({ outcome }, 0)
  return {
    loaded({ counts, bytes }, now) {
      bytesNow = bytes
      loadedAt = now
      loads.inc({ outcome: 'ok' })
      for (const [mode, count] of Object.entries(counts)) rules.set({ mode }, count)
    },
    failed: () => loads.inc({ outcome: 'failed' }),
  }
}
