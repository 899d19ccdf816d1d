import type { Noise } from './noise.ts'

/** Infusion pumps, in a format that no parser knows: found by what stands in the line. */
export const devicesNoise: Noise = (place, random) => {
  const pump = random.pick(place.hosts)
  const rate = (random.int(5, 220) / 10).toFixed(1)
  const text = random.weighted([
    [70, `##DOSE|${pump}|rate=${rate} ml/h|vol=${random.int(1, 480)}|OK`],
    [20, `##BATT|${pump}|${random.int(20, 100)}%|${random.pick(['mains', 'battery'])}`],
    [8, `##DOOR|${pump}|opened by ${random.pick(place.people)}`],
    [2, `##ALRM|${pump}|OCCLUSION downstream, pressure ${random.int(60, 110)} kPa`],
  ])
  return [{ after: 0, text }]
}
