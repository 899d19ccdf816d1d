import {
  Bell,
  ChartColumn,
  ChartGantt,
  FileCode2,
  FileSearch,
  LayoutGrid,
  type LucideIcon,
  Search,
  Waypoints,
} from 'lucide-react'

export interface ConsolePage {
  name: string
  /** Behind `/t/kestrel/` or `/all/`; empty for that address itself. */
  path: string
  /** Of one tenant, over all of them, or both. */
  of: 'tenant' | 'all' | 'both'
  /** Leads there behind `g`. */
  key: string
  icon: LucideIcon
  /** What is asked moves along to it. */
  carries: readonly ('q' | 'range')[]
  /** Time range where its address names none. */
  range?: '24h' | 'all'
  /** Answers what is asked in its own way: part of the switch beside the query. */
  isView?: true
}

/** Every page that one can go to: rail, palette, `g` keys, the switch of views and the tenant switcher read this. */
export const PAGES: readonly ConsolePage[] = [
  { name: 'All tenants', path: '', of: 'all', key: 't', icon: LayoutGrid, carries: [] },
  {
    ...{ name: 'Overview', path: '', of: 'tenant', key: 'o', icon: ChartColumn },
    ...{ carries: ['range'], range: '24h' },
  },
  {
    ...{ name: 'Search', path: 'search', of: 'both', key: 's', icon: Search },
    ...{ carries: ['q', 'range'], range: '24h', isView: true },
  },
  {
    ...{ name: 'Timeline', path: 'timeline', of: 'both', key: 'l', icon: ChartGantt },
    ...{ carries: ['q', 'range'], range: '24h', isView: true },
  },
  {
    ...{ name: 'Graph', path: 'graph', of: 'tenant', key: 'n', icon: Waypoints },
    ...{ carries: ['q', 'range'], range: '24h', isView: true },
  },
  {
    ...{ name: 'Alerts', path: 'alerts', of: 'both', key: 'a', icon: Bell },
    ...{ carries: ['q', 'range'], range: 'all', isView: true },
  },
  { name: 'Files', path: 'files', of: 'tenant', key: 'f', icon: FileSearch, carries: [] },
  { name: 'Parsers', path: 'parsers', of: 'tenant', key: 'p', icon: FileCode2, carries: [] },
]

/** Pages that one can go to from here. */
export function pagesFrom({
  hasTenant,
  manyTenants,
}: {
  hasTenant: boolean
  manyTenants: boolean
}): readonly ConsolePage[] {
  return PAGES.filter((page) => (page.of === 'all' ? manyTenants : hasTenant || page.of === 'both'))
}

/** @param base `/t/kestrel`, `/all` */
export function addressOf(page: ConsolePage, base: string): string {
  const start = page.of === 'all' ? '/all' : base
  return page.path === '' ? start : `${start}/${page.path}`
}

/** The page that an address is of; undefined for what is none of its own, such as one event. */
export function pageAt(pathname: string): ConsolePage | undefined {
  const [, root, slugOrPath, below = ''] = pathname.split('/')
  if (root === 'all') return find('all', slugOrPath ?? '')
  return root === 't' ? find('tenant', below) : undefined
}

function find(of: 'tenant' | 'all', path: string): ConsolePage | undefined {
  return PAGES.find((page) => page.path === path && (page.of === of || page.of === 'both'))
}
