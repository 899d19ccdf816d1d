import type { Fields, FieldValue, Scalar } from '../event/event.ts'
import { isNoticed, notice, PROBLEM, type Problem } from '../event/problem.ts'
import type { FieldNames } from './field-names.ts'

/** A whole JSON document has 1,000 names at most, and some more that its parser gives. */
const MAX_FIELDS = 1_200
const MAX_NAME = 500
/** More than the longest command line that Windows and most shells take. */
const MAX_VALUE = 256 * 1024
const MAX_LIST = 1_000
/** A shorter line holds neither that many values nor that long ones. */
const SHORT = 2 * MAX_LIST
/** Of the JSON text that holds what has no name of its own. */
const MAX_OVERFLOW = 8 * 1024

/** Fields whose names the tenant has no room for, as a JSON text. */
const OVERFLOW = 'nightjar.overflow'
/** Names that only we give. */
const OURS = 'nightjar.'
const N = 0x6e

const BACKSLASH = 0x5c
/** An escape of half a pair of surrogates, or of the backslash of one within a text, from its `u` on. */
const HALF = /u(?:[dD]|005[cC])/y

/** Whether there may be such an escape. Lines with backslashes have many, and far fewer letters u. */
function mayBeTorn(raw: string): boolean {
  if (!raw.includes('\\')) return false
  for (let at = raw.indexOf('u'); at >= 0; at = raw.indexOf('u', at + 1)) {
    if (raw.charCodeAt(at - 1) !== BACKSLASH) continue
    HALF.lastIndex = at
    if (HALF.test(raw)) return true
  }
  return false
}

/** Whether fields may be out of bounds although their parsers vouch for names and lists; no such parser reads XML. */
export const mayBreakBounds = (raw: string): boolean => raw.length > MAX_VALUE || mayBeTorn(raw)

/** Whether fields that have a parser's own names only may be too many, too long or lists of too much. */
export const isLongLine = (raw: string): boolean => raw.length > SHORT

/**
 * Bounds what a line may make of an event, whatever it holds. What is taken away is in the raw line still, and
 * `nightjar.problem` says so.
 * @param raw the line
 * @param names which names the tenant may have; all when left out
 */
export function boundFields(fields: Fields, raw: string, names?: FieldNames): void {
  // Lines are hardly ever long and escapes rare: only then are values looked into.
  const isLong = isLongLine(raw)
  const isTorn = mayBeTorn(raw) || raw.includes('&#')
  const folded: string[] = []
  let left = MAX_OVERFLOW
  let count = 0
  for (const name in fields) {
    const value = fields[name]
    if (value === undefined) continue
    if (name.charCodeAt(0) === N && name.startsWith(OURS)) {
      if (name !== PROBLEM || !isNoticed(value)) remove(fields, name, 'names_reserved')
    } else if (++count > MAX_FIELDS || name.length > MAX_NAME) remove(fields, name, 'fields_cut')
    // A number of JSON that is none to us: 1e400.
    else if (typeof value === 'number' && !Number.isFinite(value)) remove(fields, name, 'values_cut')
    else if (names !== undefined && !names.allow(name)) {
      remove(fields, name, 'fields_folded')
      left -= foldValue(folded, name, value, left)
    } else if (typeof value === 'string') {
      if (value.length > MAX_VALUE) cutText(fields, name, value)
      if (isTorn && !value.isWellFormed()) mendText(fields, name)
    } else if (Array.isArray(value)) {
      if (isLong) cutList(fields, name, value)
      if (isTorn) mendList(fields, name, value)
    }
  }
  if (folded.length > 0) fields[OVERFLOW] = `{${folded.join()}}`
}

function remove(fields: Fields, name: string, problem: Problem): void {
  delete fields[name]
  notice(fields, problem)
}

/** @returns how much of the room it took */
function foldValue(folded: string[], name: string, value: FieldValue, room: number): number {
  const member = `${JSON.stringify(name)}:${JSON.stringify(value)}`
  if (member.length >= room) return room
  folded.push(member)
  return member.length + 1
}

function cutText(fields: Fields, name: string, value: string): void {
  fields[name] = value.slice(0, MAX_VALUE)
  notice(fields, 'values_cut')
}

function cutList(fields: Fields, name: string, list: readonly Scalar[]): void {
  const size = list.reduce((sum: number, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
  if (list.length <= MAX_LIST && size <= MAX_VALUE) return
  const kept: Scalar[] = []
  let room = MAX_VALUE
  for (const value of list.slice(0, MAX_LIST)) {
    const part = typeof value === 'string' ? value.slice(0, room) : value
    room -= typeof part === 'string' ? part.length : 1
    kept.push(part)
    if (room <= 0) break
  }
  fields[name] = kept
  notice(fields, 'values_cut')
}

/** Half of a pair of surrogates cannot be stored: what is stored and what rules see stay the same. */
function mendText(fields: Fields, name: string): void {
  fields[name] = String(fields[name]).toWellFormed()
  notice(fields, 'lone_surrogate')
}

function mendList(fields: Fields, name: string, list: readonly Scalar[]): void {
  if (list.every((part) => typeof part !== 'string' || part.isWellFormed())) return
  fields[name] = list.map((part) => (typeof part === 'string' ? part.toWellFormed() : part))
  notice(fields, 'lone_surrogate')
}
