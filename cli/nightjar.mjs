#!/usr/bin/env node
// The only JavaScript here: lets plain Node run the TypeScript behind it.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), process)
