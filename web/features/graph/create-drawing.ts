import type { Core, ElementDefinition, EventObject, NodeSingular } from 'cytoscape'
import { type GraphColours, readGraphColours } from './graph-colours.ts'
import { graphStyle } from './graph-style.ts'
import type { Place } from './layout-task.ts'

/** Past this many elements edges are plain lines from afar, and rest while one moves. */
export const MANY_ELEMENTS = 300
const NEAR_ZOOM = 0.9
/** A few nodes are not blown up to fill the page. */
const LARGEST_FIT = 1.25
/** Pixels at the rim in which a name has no room. */
const EDGE = 30
/** Names of these stay readable from afar. */
const NAMED = '.seed, .collection, .critical, .high, .medium, .chosen'
const NAME_SIZE = 11
const LARGEST_NAME = 30

/**
 * The library would put a style element into the page, which the policy refuses; it does not where one of this name is.
 * The stylesheet of the canvas says the same.
 */
function refuseStyleElement(): void {
  const id = '__________cytoscape_stylesheet'
  if (document.getElementById(id)) return
  const mark = document.createElement('meta')
  mark.id = id
  document.head.append(mark)
}

interface DrawingOptions {
  container: HTMLElement
  /** Far more than a screen tells apart: drawn with what is quick. */
  isLarge: boolean
  /** Among other things on a page, whose wheel scrolls that page. */
  isInline: boolean
  onChoose(key: string | undefined): void
  onMove(key: string, place: Place): void
}

export interface Drawing {
  show(elements: readonly ElementDefinition[]): void
  choose(key: string | undefined): void
  fit(): void
  zoomBy(factor: number): void
  panBy(way: Place): void
  /** The nearest node that way, for arrow keys. */
  nodeBeside(key: string | undefined, way: 'left' | 'right' | 'up' | 'down'): string | undefined
  close(): void
}

const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const

/** A canvas that draws what it is given. The library arrives with the first graph that is looked at. */
export async function createDrawing(options: DrawingOptions): Promise<Drawing> {
  const { default: cytoscape } = await import('cytoscape')
  refuseStyleElement()
  const { container, isLarge, isInline } = options
  const font = getComputedStyle(document.body).fontFamily
  const cy: Core = cytoscape({
    container,
    style: graphStyle(readGraphColours(), font),
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 3,
    autounselectify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: !isInline,
    hideEdgesOnViewport: isLarge,
    pixelRatio: isLarge ? 1 : 'auto',
  })
  const setNear = () => {
    const near = !isLarge || cy.zoom() >= NEAR_ZOOM
    if (near !== cy.scratch('_near')) cy.batch(() => void cy.edges().toggleClass('near', near))
    cy.scratch('_near', near)
  }
  const showAll = () => {
    cy.fit(undefined, 48)
    if (cy.zoom() <= LARGEST_FIT) return
    cy.zoom(LARGEST_FIT)
    cy.center()
  }
  const isOutside = (node: NodeSingular) => {
    const { x, y } = node.renderedPosition()
    return x < EDGE || y < EDGE || x > cy.width() - EDGE || y > cy.height() - EDGE
  }
  cy.on('tap', ({ target }: EventObject) => options.onChoose(target === cy ? undefined : target.id()))
  cy.on('dragfree', 'node', ({ target }: EventObject) =>
    options.onMove(target.id(), { ...target.position() }),
  )
  const setNames = () => {
    const size = Math.min(LARGEST_NAME, Math.max(NAME_SIZE, Math.round(NAME_SIZE / cy.zoom())))
    if (size === cy.scratch('_names')) return
    cy.scratch('_names', size)
    cy.batch(
      () =>
        void cy
          .nodes(NAMED)
          .style({ 'font-size': size, 'min-zoomed-font-size': 0, 'text-max-width': `${size * 15}px` }),
    )
  }
  cy.on('zoom', () => {
    setNear()
    setNames()
  })
  // A theme changes colours alone; the canvas does not see the stylesheet change.
  const restyle = () => cy.style(graphStyle(readGraphColours() satisfies GraphColours, font))
  const theme = new MutationObserver(restyle)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const contrast = matchMedia('(prefers-contrast: more)')
  contrast.addEventListener('change', restyle)
  const size = new ResizeObserver(() => cy.resize())
  size.observe(container)

  return {
    show(elements) {
      const near = !isLarge || cy.zoom() >= NEAR_ZOOM
      cy.scratch('_near', near)
      const wasEmpty = cy.nodes().empty()
      const added = new Set<string>()
      cy.batch(() => {
        const wanted = new Set(elements.map(({ data }) => data.id))
        cy.elements()
          .filter((element) => !wanted.has(element.id()))
          .remove()
        for (const { data, classes, position, group } of elements) {
          const all = group === 'edges' && near ? `${classes} near` : (classes as string)
          const known = cy.getElementById(data.id ?? '')
          if (known.empty()) {
            cy.add({ group: group ?? 'nodes', data, classes: all, ...(position ? { position } : {}) })
            if (position) added.add(data.id ?? '')
          } else {
            known.data(data).classes(all)
            if (position) known.position(position)
          }
        }
      })
      cy.scratch('_names', undefined)
      setNames()
      // Nobody looks for what came where one cannot see it.
      if (
        !wasEmpty &&
        cy
          .nodes()
          .toArray()
          .some((node) => added.has(node.id()) && isOutside(node))
      )
        showAll()
    },
    choose(key) {
      cy.batch(() => {
        cy.elements('.chosen').removeClass('chosen')
        if (key !== undefined) cy.getElementById(key).addClass('chosen')
      })
      const chosen = key === undefined ? undefined : cy.getElementById(key)
      if (chosen?.nonempty() && chosen.isNode()) {
        if (isOutside(chosen)) cy.center(chosen)
      }
    },
    fit: showAll,
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    panBy: (way) => cy.panBy(way),
    nodeBeside(key, way) {
      const [dx, dy] = WAYS[way]
      const from = key === undefined ? undefined : cy.getElementById(key)
      if (!from?.nonempty() || !from.isNode())
        return (cy.nodes('.seed').nonempty() ? cy.nodes('.seed') : cy.nodes()).first().id()
      const here = from.position()
      let best: { id: string; cost: number } | undefined
      cy.nodes().forEach((node) => {
        const [x, y] = [node.position().x - here.x, node.position().y - here.y]
        const ahead = x * dx + y * dy
        const aside = Math.abs(x * dy) + Math.abs(y * dx)
        if (ahead <= 0 || aside > ahead * 1.5) return
        const cost = ahead + aside * 2
        if (!best || cost < best.cost) best = { id: node.id(), cost }
      })
      return best?.id
    },
    close() {
      theme.disconnect()
      size.disconnect()
      contrast.removeEventListener('change', restyle)
      cy.destroy()
    },
  }
}
