import type { TrafficDetail } from '../../server/tester/contract.ts'
import { headerValue } from './body-text.ts'
import { boundaryOf } from './multipart.ts'
import { hasDocumentedExample } from './compare-documented.ts'
import { isReplayable } from './replay.ts'

/** The sides of a row that can be looked at. */
export const detailTabs = [
  'overview',
  'request',
  'response',
  'parts',
  'bayeux',
  'raw',
  'documented',
  'code',
] as const

export type DetailTab = (typeof detailTabs)[number]

/** Those that this row has. */
export function tabsOf(detail: TrafficDetail): DetailTab[] {
  const has: Readonly<Record<DetailTab, boolean>> = {
    overview: true,
    request: detail.kind === 'exchange' || detail.requestBody !== '',
    response: detail.kind === 'exchange' || detail.responseBody !== '',
    parts: formSides(detail).length > 0,
    bayeux: detail.protocol === 'bayeux' && detail.kind !== 'push' && detail.status !== 101,
    raw: detail.kind !== 'event',
    documented: hasDocumentedExample(detail),
    code: isReplayable(detail),
  }
  return detailTabs.filter((tab) => has[tab])
}

/** The sides of a row whose body is a form. */
export function formSides(detail: TrafficDetail): ('request' | 'response')[] {
  const isForm = (headers: TrafficDetail['requestHeaders']) => {
    const type = headerValue(headers, 'content-type') ?? ''
    return boundaryOf(type) !== null || /x-www-form-urlencoded/i.test(type)
  }
  return (['request', 'response'] as const).filter((side) =>
    isForm(side === 'request' ? detail.requestHeaders : detail.responseHeaders),
  )
}
