import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql'

/**
 * A subscription in which every event is resolved with a context of its own: loaders that know nothing from
 * before, rights as they are now, a full query budget.
 */
export async function subscribeAfresh(
  args: ExecutionArgs,
  contextOf: () => unknown,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]()
  const answered = async (event: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> =>
    event.done
      ? { done: true, value: undefined }
      : { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: contextOf() }) }
  const stream: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => answered(await events.next()),
    return: async () => {
      await events.return?.()
      return { done: true, value: undefined }
    },
    throw: async (error) => {
      await events.return?.()
      throw error
    },
  }
  return stream
}
