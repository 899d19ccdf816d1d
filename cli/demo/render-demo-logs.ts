import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { createRandom, type Random } from './create-random.ts'
import { appNoise } from './noise/app-noise.ts'
import { awsNoise } from './noise/aws-noise.ts'
import { devicesNoise } from './noise/devices-noise.ts'
import { linuxNoise } from './noise/linux-noise.ts'
import { networkNoise } from './noise/network-noise.ts'
import type { Noise } from './noise/noise.ts'
import { proxyNoise } from './noise/proxy-noise.ts'
import { webNoise } from './noise/web-noise.ts'
import { windowsNoise } from './noise/windows-noise.ts'
import { winlogbeatNoise } from './noise/winlogbeat-noise.ts'
import { readStory } from './read-story.ts'
import { stamp } from './stamp.ts'

/** The records of one demo source, oldest first. */
export interface DemoLog {
  /** Slug. */
  tenant: string
  source: string
  site: string
  /** Parser name, or `auto`. */
  format: string
  lines: string[]
}

const NOISE = {
  linux: linuxNoise,
  windows: windowsNoise,
  winlogbeat: winlogbeatNoise,
  network: networkNoise,
  web: webNoise,
  proxy: proxyNoise,
  aws: awsNoise,
  app: appNoise,
  devices: devicesNoise,
} satisfies Record<string, Noise>

const names = z.tuple([z.string()], z.string())
const demoSchema = z.object({
  tenants: z.array(
    z.object({
      tenant: z.string(),
      domain: z.string(),
      windowsDomain: z.string(),
      people: names,
      net: z.string(),
      sources: z.array(
        z.object({
          source: z.string(),
          site: z.string(),
          format: z.string(),
          noise: z.enum([
            'linux',
            'windows',
            'winlogbeat',
            'network',
            'web',
            'proxy',
            'aws',
            'app',
            'devices',
          ]),
          happenings: z.int(),
          hosts: names,
          story: z.string().optional(),
        }),
      ),
    }),
  ),
})

const FOLDER = new URL('../../rules/demo/', import.meta.url)
const DAY = 24 * 3600
/** Everyday things end this many seconds ago, so that what follows from them is over by now. */
const LAST = 60

/** The demo logs of `rules/demo` as if the last 24 hours had just passed: only their times depend on `now`. */
export function renderDemoLogs(now: Date): DemoLog[] {
  const { tenants } = demoSchema.parse(parse(readFileSync(new URL('demo.yml', FOLDER), 'utf8')))
  return tenants.flatMap(({ tenant, sources, ...about }) =>
    sources.map(({ source, site, format, noise, happenings, hosts, story }) => {
      const random = createRandom(`${tenant}/${source}`)
      const place = { source, hosts, ...about }
      const records = Array.from({ length: happenings }, () => everyday(NOISE[noise], place, random)).flat()
      if (story !== undefined) records.push(...readStory(readFileSync(new URL(story, FOLDER), 'utf8'), story))
      records.sort((a, b) => b.secondsAgo - a.secondsAgo)
      const lines = records.map(({ secondsAgo, text }) =>
        stamp(text, new Date(now.getTime() - secondsAgo * 1000)),
      )
      return { tenant, source, site, format, lines }
    }),
  )
}

function everyday(noise: Noise, place: Parameters<Noise>[0], random: Random) {
  const start = startOf(random)
  return noise(place, random).map(({ after, text }) => ({ secondsAgo: Math.max(LAST, start - after), text }))
}

/** Seconds ago; twice as much happens in the later half of the day, which is when people work. */
function startOf(random: Random): number {
  const day = random.next() < 1 / 3 ? 0.5 + random.next() / 2 : random.next() / 2
  return LAST + day * (DAY - LAST)
}
