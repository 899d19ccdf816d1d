import { renderDemoLogs } from '../demo/render-demo-logs.ts'
import type { OrganizationPlan } from './organization-plan.ts'

/** Who the demo is about. Their logs, and so their sources, are in `rules/demo`. */
export function demoPlan(): OrganizationPlan {
  const tenants = [
    { slug: 'borealis', name: 'Borealis Foods', code: 'BF', hue: 2 },
    { slug: 'kestrel', name: 'Kestrel Logistics', code: 'KL', hue: 6 },
    { slug: 'mossgate', name: 'Mossgate Clinic', code: 'MC', hue: 9 },
  ]
  const everywhere = tenants.map(({ slug }) => slug)
  return {
    name: 'Harrier Security',
    tenants,
    people: [
      { email: 'admin@harrier.example', name: 'Ada Marsh', role: 'admin', tenants: everywhere },
      { email: 'analyst@harrier.example', name: 'Noor Reyes', role: 'analyst', tenants: everywhere },
      { email: 'customer@kestrel.example', name: 'Tom Hale', role: 'reader', tenants: ['kestrel'] },
    ],
    sources: [
      ...renderDemoLogs(new Date()).map(({ tenant, source, site, format }) => ({
        ...{ tenant, source, site, format },
        syslog: false,
      })),
      ...everywhere.map((tenant) => ({ tenant, source: 'syslog', site: '', format: 'auto', syslog: true })),
    ],
  }
}
