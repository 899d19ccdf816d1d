import { readViewer, type ViewerTenant } from './read-viewer.ts'

/** A tenant of the viewer by its slug. Undefined when it does not exist, or is not the viewer's. */
export async function findTenant(slug: string): Promise<ViewerTenant | undefined> {
  const viewer = await readViewer().catch(() => undefined)
  return viewer?.tenants.find((tenant) => tenant.slug === slug)
}
