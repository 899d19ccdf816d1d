import type { AlertFacetsQuery } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { useScope } from '../shell/scope.tsx'
import { FacetMenu } from './facet-menu.tsx'
import styles from './narrowing-bar.module.css'
import { tacticName } from './tactic-name.ts'
import type { AlertChoice } from './use-alert-filter.ts'

type Facets = AlertFacetsQuery['alertFacets']
type Titled = Facets['rules' | 'tenants'] | undefined
type Plain = Facets['tactics' | 'techniques' | 'entityKinds'] | undefined

interface NarrowingBarProps {
  choice: AlertChoice
  facets: Facets | undefined
  onClear: () => void
}

const BY = {
  none: 'nothing',
  rule: 'rule',
  entity: 'entity',
  host: 'host',
  user: 'user',
  tenant: 'tenant',
  tactic: 'tactic',
} as const

const titled = (values: Titled) =>
  values?.map(({ value, title, alerts }) => ({ value, alerts, words: title ?? value })) ?? []
const plain = (values: Plain, words = (value: string) => value) =>
  values?.map(({ value, alerts }) => ({ value, alerts, words: words(value) })) ?? []

/** How the list is grouped, and what narrows it beside status and level. */
export function NarrowingBar({ choice, facets, onClear }: NarrowingBarProps) {
  const { tenant } = useScope()
  const { attack, set } = choice
  const isTactic = (id: string) => id.startsWith('TA')
  const groupings = Object.entries(BY).filter(([by]) => by !== 'tenant' || !tenant)
  return (
    <fieldset className={styles.bar}>
      <legend className="visually-hidden">Grouping and filters</legend>
      <label className={styles.by}>
        Group by
        <select
          className={styles.select}
          value={choice.by ?? 'none'}
          onChange={({ target: { value } }) =>
            void set({
              by: value === 'none' ? null : (value as Exclude<keyof typeof BY, 'none'>),
              open: null,
            })
          }
        >
          {groupings.map(([by, words]) => (
            <option key={by} value={by}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {tenant ? null : (
        <FacetMenu
          name="Tenant"
          values={titled(facets?.tenants)}
          chosen={choice.tenants}
          onChoose={(tenants) => void set({ tenants: tenants.length > 0 ? tenants : null })}
        />
      )}
      <FacetMenu
        single
        name="Rule"
        values={titled(facets?.rules)}
        chosen={choice.rule ? [choice.rule] : []}
        onChoose={([rule]) => void set({ rule: rule ?? null })}
      />
      <FacetMenu
        name="Tactic"
        values={plain(facets?.tactics, tacticName)}
        chosen={attack.filter(isTactic)}
        onChoose={(ids) => void set({ attack: [...ids, ...attack.filter((id) => !isTactic(id))] })}
      />
      <FacetMenu
        name="Technique"
        values={plain(facets?.techniques)}
        chosen={attack.filter((id) => !isTactic(id))}
        onChoose={(ids) => void set({ attack: [...attack.filter(isTactic), ...ids] })}
      />
      <FacetMenu
        single
        name="Kind"
        values={plain(facets?.entityKinds)}
        chosen={choice.kind ? [choice.kind] : []}
        onChoose={([kind]) => void set({ kind: kind ?? null })}
      />
      {choice.narrowed ? (
        <Button look="quiet" onClick={onClear}>
          Clear all
        </Button>
      ) : null}
    </fieldset>
  )
}
