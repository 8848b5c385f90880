'use client'

import { useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { bodyBytes, headerValue } from './body-text.ts'
import { rawForms, rawInAddress } from './detail-address.ts'
import { breakOf, headOf, hexLines, rawLines, type Side } from './raw-text.ts'

/** How much is shown: more lines than this are no longer read, and take long to draw. */
const charactersMax = 64 * 1024
const hexBytesMax = 8 * 1024

/** The bytes as they crossed the wire: line ends to be seen, and the place where JSON breaks. */
export function DetailRaw({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire.raw')
  const [form, setForm] = useQueryState('raw', rawInAddress)
  const sides = (['request', 'response'] as const).filter((side) => hasSide(detail, side))
  const isText = sides.every((side) => base64Of(detail, side) === null)
  return (
    <>
      <SegmentedControl
        label={t('as')}
        options={rawForms.map((key) => ({ key, label: t(key) }))}
        selected={form}
        onSelect={(next) => void setForm(next)}
      />
      {sides.map((side) => (
        <section key={side} aria-label={t(side)} className="flex min-w-0 flex-col gap-1.5">
          <h4 className="text-sm font-semibold">{t(side)}</h4>
          {form === 'text' ? <RawText detail={detail} side={side} /> : <Hex detail={detail} side={side} />}
        </section>
      ))}
      <p className="text-xs text-muted">{t(isText ? 'utf8' : 'notUtf8')}</p>
    </>
  )
}

function hasSide(detail: TrafficDetail, side: Side): boolean {
  if (detail.kind === 'exchange') return side === 'request' || detail.statusLine !== null
  return (side === 'request' ? detail.requestBody : detail.responseBody) !== ''
}

const bodyOf = (detail: TrafficDetail, side: Side) =>
  side === 'request' ? detail.requestBody : detail.responseBody

const base64Of = (detail: TrafficDetail, side: Side) =>
  side === 'request' ? detail.requestBase64 : detail.responseBase64

function RawText({ detail, side }: { detail: TrafficDetail; side: Side }) {
  const t = useTranslations('wire.raw')
  const json = useTranslations('wire.json')
  const head = headOf(detail, side)
  const body = bodyOf(detail, side)
  const headers = side === 'request' ? detail.requestHeaders : detail.responseHeaders
  const isTruncated = side === 'request' ? detail.isRequestTruncated : detail.isResponseTruncated
  const broken = isTruncated ? null : breakOf(headerValue(headers, 'content-type') ?? '', body)
  const breakAt = broken === null ? null : head.length + broken.at
  const text = (head + body).slice(0, charactersMax)
  return (
    <>
      {broken && (
        <p className="text-sm text-danger">
          {t('breaks', { line: broken.line, column: broken.column, expected: json(broken.expected) })}
        </p>
      )}
      <ScrollRegion
        label={`${t(side)}, ${t('text')}`}
        className="max-h-text overflow-auto rounded-md border bg-sunken p-2"
      >
        <pre className="wrap-anywhere whitespace-pre-wrap">
          {rawLines(text).map((line) => (
            <span key={line.at}>
              <Marked text={line.text} at={line.at} breakAt={breakAt} />
              {line.end !== '' && <span className="text-muted select-none">{endSigns[line.end]}</span>}
              {line.end !== '' && '\n'}
            </span>
          ))}
          {breakAt === text.length && <Break />}
        </pre>
      </ScrollRegion>
    </>
  )
}

const endSigns = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' } as const

/** A line, with the character marked at which JSON breaks. */
function Marked({ text, at, breakAt }: { text: string; at: number; breakAt: number | null }) {
  const place = breakAt === null ? -1 : breakAt - at
  if (place < 0 || place >= text.length) return text
  return (
    <>
      {text.slice(0, place)}
      <mark className="bg-danger-soft font-semibold text-danger underline">
        {text.slice(place, place + 1)}
      </mark>
      <Break />
      {text.slice(place + 1)}
    </>
  )
}

function Break() {
  const t = useTranslations('wire.raw')
  return (
    <span className="mx-1 rounded-sm bg-danger-soft px-1 text-xs text-danger select-none">
      ◂ {t('breakHere')}
    </span>
  )
}

function Hex({ detail, side }: { detail: TrafficDetail; side: Side }) {
  const t = useTranslations('wire.raw')
  const body = bodyBytes(bodyOf(detail, side), base64Of(detail, side))
  const lines = hexLines(headOf(detail, side), body, hexBytesMax)
  return (
    <>
      <ScrollRegion
        label={`${t(side)}, ${t('hex')}`}
        className="max-h-text overflow-auto rounded-md border bg-sunken p-2"
      >
        <pre className="w-max">
          {lines.map(({ offset, hex, ascii }) => (
            <span key={offset} className="block">
              <span className="text-muted">{offset}</span>
              {`  ${hex.padEnd(47)}  `}
              <span>{ascii}</span>
            </span>
          ))}
        </pre>
      </ScrollRegion>
      {lines.length * 16 >= hexBytesMax && (
        <p className="text-xs text-muted">{t('cut', { bytes: hexBytesMax })}</p>
      )}
    </>
  )
}
