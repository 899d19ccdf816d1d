import { cache } from 'react'
import { askServer } from './ask-server.ts'
import { ViewerDocument, type ViewerQuery } from './generated/graphql.ts'

export type Viewer = NonNullable<ViewerQuery['viewer']>
export type ViewerTenant = Viewer['tenants'][number]

/** Who is signed in; asked once for each page. Undefined when nobody is. */
export const readViewer = cache(async (): Promise<Viewer | undefined> => {
  const { viewer } = await askServer(ViewerDocument, {})
  return viewer ?? undefined
})
