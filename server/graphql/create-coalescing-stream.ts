export interface CoalescingStream<Value> {
  push(value: Value): void
  stream: AsyncIterableIterator<Value>
}

export interface CoalescingOptions<Value> {
  /** Of values with equal keys that wait, the last one counts. */
  keyOf(value: Value): string
  /** Keys kept for a slow reader; beyond them the oldest goes. */
  limit?: number
  /** Called once, when the reader leaves. */
  onStop(): void
}

/**
 * Hands what is pushed to one reader, in bounded memory. Not a generator function: its `return` would wait for the
 * next value before it let go.
 */
export function createCoalescingStream<Value>(options: CoalescingOptions<Value>): CoalescingStream<Value> {
  const { keyOf, limit = 1_000, onStop } = options
  const waiting = new Map<string, Value>()
  let reader: ((result: IteratorResult<Value>) => void) | undefined
  let stopped = false

  function stop(): Promise<IteratorResult<Value>> {
    if (!stopped) {
      stopped = true
      waiting.clear()
      reader?.({ done: true, value: undefined })
      reader = undefined
      onStop()
    }
    return Promise.resolve({ done: true, value: undefined })
  }

  const stream: AsyncIterableIterator<Value> = {
    [Symbol.asyncIterator]: () => stream,
    next() {
      if (stopped) return Promise.resolve({ done: true, value: undefined })
      const [oldest] = waiting
      if (oldest === undefined) return new Promise((resolve) => (reader = resolve))
      waiting.delete(oldest[0])
      return Promise.resolve({ done: false, value: oldest[1] })
    },
    return: stop,
    throw: async (error) => {
      await stop()
      throw error
    },
  }

  return {
    stream,
    push(value) {
      if (stopped) return
      if (reader) {
        const resolve = reader
        reader = undefined
        return resolve({ done: false, value })
      }
      waiting.set(keyOf(value), value)
      const [oldest] = waiting
      if (waiting.size > limit && oldest) waiting.delete(oldest[0])
    },
  }
}
