import { arrange } from './arrange.ts'
import type { LayoutResult, LayoutTask } from './layout-task.ts'

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  postMessage({ id: data.id, places: arrange(data) } satisfies LayoutResult)
})
