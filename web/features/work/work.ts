import { createWorkList } from './work-list.ts'

/** Of this page. */
export const work = createWorkList()
