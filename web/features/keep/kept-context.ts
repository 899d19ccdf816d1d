'use client'

import { createContext, useContext } from 'react'
import type { KeptMark } from './kept-marks.ts'

const Marks = createContext<ReadonlyMap<string, KeptMark>>(new Map())

/** Gives the rows of a table what is kept of their events. */
export const KeptMarksProvider = Marks.Provider

/** What is kept of an event, where a table around it knows. */
export const useKeptMark = (event: string): KeptMark | undefined => useContext(Marks).get(event)
