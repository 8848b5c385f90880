'use client'

import { parseAsBoolean, parseAsStringLiteral } from 'nuqs'
import { codeLanguages } from './request-code.ts'

export const rawForms = ['text', 'hex'] as const

/** `?raw=hex`: how the bytes of a row are shown. */
export const rawInAddress = parseAsStringLiteral(rawForms).withDefault('text')

/** `?code=kotlin`: in which language a request is written. */
export const codeInAddress = parseAsStringLiteral(codeLanguages).withDefault('curl')

/** `?differing=true&ids=true`: what of the comparison with the documented example is shown, and what counts. */
export const comparisonInAddress = {
  differing: parseAsBoolean.withDefault(false),
  ids: parseAsBoolean.withDefault(false),
}
