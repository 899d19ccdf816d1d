#!/usr/bin/env node
// The only JavaScript here: lets plain Node run the TypeScript behind it.
import { register } from 'tsx/esm/api'

// A reader that leaves early, such as head, is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})
register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), process)
