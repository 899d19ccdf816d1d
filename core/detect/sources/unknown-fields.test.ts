import { describe, expect, test } from 'vitest'
import { ownLogSources, readLogSourceFolder } from '../../../rules/read-rule-folder.ts'
import { readRules } from '../rule/read-rules.ts'
import { unknownFields } from './unknown-fields.ts'

const { families } = await readLogSourceFolder(ownLogSources)

function unknown(source: string, ...items: string[]): string[] {
  const detection = items.map((item) => `    ${item}`).join('\n')
  const { rules, errors } = readRules(
    `title: T\nlogsource: { ${source} }\ndetection:\n  a:\n${detection}\n  condition: not a or a`,
    'a.yml',
  )
  expect(errors).toEqual([])
  return rules.flatMap((rule) => unknownFields(rule, families))
}

describe('where all names are written down', () => {
  const source = 'product: windows, category: process_creation'

  test('a misspelt field is told with the name that was meant', () => {
    expect(unknown(source, "CommandLin|contains: 'x'")).toEqual(['CommandLin (CommandLine?)'])
    expect(unknown(source, 'commandline: x', 'Imgae: y')).toEqual([
      'commandline (CommandLine?)',
      'Imgae (Image?)',
    ])
  })

  test('a field of another source is told', () => {
    expect(unknown(source, 'TargetFilename: x')).toEqual(['TargetFilename'])
    expect(unknown('category: webserver', 'Image: x', 'c-uri: y')).toEqual(['Image'])
  })

  test('both fields of a reference count', () => {
    expect(unknown(source, 'ParentImage|fieldref: Imag')).toEqual(['Imag (Image?)'])
  })

  test('names of the taxonomy, of ECS and of our columns are known', () => {
    expect(
      unknown(source, 'Image: a', 'GrandParentImage: b', 'LogonGuid: c', 'EventID: 1', 'Provider_Name: d'),
    ).toEqual([])
    expect(unknown(source, 'process.args: a', 'user.name: b', 'message: c', "'@timestamp': d")).toEqual([])
    expect(unknown(source, 'winlog.event_data.Whatever: a')).toEqual([])
  })

  test('a misspelt column is told', () => {
    expect(unknown(source, 'process.comand_line: a')).toEqual(['process.comand_line (process.command_line?)'])
  })
})

describe('where a product may make up names', () => {
  test('any name is known, but not one that differs from a written one by case alone', () => {
    expect(unknown('product: windows, service: security', 'TaskContentNew: a', 'EventID: 1')).toEqual([])
    expect(unknown('product: windows, service: security', 'EventId: 1')).toEqual(['EventId (EventID?)'])
    expect(unknown('product: aws, service: cloudtrail', 'requestParameters.anything: 1')).toEqual([])
  })

  test('nothing is said of a source that nobody wrote down', () => {
    expect(unknown('product: unheard-of', 'anything: 1')).toEqual([])
  })
})

test('keywords have no fields', () => {
  const { rules } = readRules(
    'title: T\nlogsource: { product: linux }\ndetection:\n  a: [x, y]\n  condition: a',
    'a.yml',
  )
  expect(rules.flatMap((rule) => unknownFields(rule, families))).toEqual([])
})

test('a name of any length takes no time', () => {
  const long = 'x'.repeat(200_000)
  expect(unknown('product: windows, category: process_creation', `? ${long}\n    : 1`)).toEqual([long])
})
