import type { TrafficDetail } from '../../server/tester/contract.ts'
import { hasDocumentedExample } from './compare-documented.ts'
import { isRequest } from './curl.ts'
import { saysForm } from './form-parts.ts'

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
    code: isRequest(detail),
  }
  return detailTabs.filter((tab) => has[tab])
}

/** The sides of a row whose body is a form. */
export function formSides(detail: TrafficDetail): ('request' | 'response')[] {
  return (['request', 'response'] as const).filter((side) =>
    saysForm(side === 'request' ? detail.requestHeaders : detail.responseHeaders),
  )
}
