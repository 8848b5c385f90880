'use client'

import { useTranslations } from 'use-intl'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { DataTable } from '../ui/data-table.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { bodyBytes } from './body-text.ts'
import { formSides } from './detail-tabs.ts'
import { readForm } from './form-parts.ts'
import type { MultipartProblem, Part } from './multipart.ts'
import { shortSize } from './traffic-row.ts'

/** The fields of a form, one a row. A form without fields is valid, and says so; a wrong boundary is shown beside the right one. */
export function DetailParts({ detail }: { detail: TrafficDetail }) {
  const t = useTranslations('wire.parts')
  return formSides(detail).map((side) => {
    const isRequest = side === 'request'
    const headers = isRequest ? detail.requestHeaders : detail.responseHeaders
    const bytes = isRequest ? detail.requestBytes : detail.responseBytes
    const isCut = isRequest ? detail.isRequestTruncated : detail.isResponseTruncated
    const body = isRequest
      ? bodyBytes(detail.requestBody, detail.requestBase64)
      : bodyBytes(detail.responseBody, detail.responseBase64)
    const form = readForm(headers, body, isCut)
    return (
      <section key={side} aria-label={t(side)} className="flex min-w-0 flex-col gap-2">
        {form.problem && <Problem problem={form.problem} boundary={form.boundary ?? ''} />}
        {form.parts.length > 0 && <PartsTable parts={form.parts} />}
        {isCut && form.problem === null && (
          <p className="text-sm text-muted">{t('onlyFirst', { count: form.parts.length })}</p>
        )}
        {form.parts.length === 0 && form.problem === null && !isCut && (
          <p className="text-sm">{form.boundary === null ? t('emptyForm') : t('emptyValid', { bytes })}</p>
        )}
      </section>
    )
  })
}

function Problem({ problem, boundary }: { problem: MultipartProblem; boundary: string }) {
  const t = useTranslations('wire.parts')
  switch (problem.code) {
    case 'head-open':
      return <p className="text-sm text-danger">{t('problemHead', { number: problem.part })}</p>
    case 'cut-off':
      return <p className="text-sm text-danger">{t('problemCut')}</p>
    case 'no-boundary':
      return (
        <div className="flex flex-col gap-1 rounded-md border border-danger p-2 text-sm">
          <p className="font-medium text-danger">{t('problemNoBoundary')}</p>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
            <dt className="text-muted">{t('headerSays')}</dt>
            <dd className="wrap-anywhere">
              <Differing text={boundary} from={problem.found ?? ''} />
            </dd>
            {problem.found !== null && (
              <>
                <dt className="text-muted">{t('bodyHas')}</dt>
                <dd className="wrap-anywhere">
                  <Differing text={problem.found} from={boundary} />
                </dd>
              </>
            )}
          </dl>
        </div>
      )
  }
}

/** The text, marked from where it differs. */
function Differing({ text, from }: { text: string; from: string }) {
  let same = 0
  while (same < text.length && text.charAt(same) === from.charAt(same)) same += 1
  return (
    <code>
      {text.slice(0, same)}
      <mark className="bg-danger-soft text-danger">{text.slice(same)}</mark>
    </code>
  )
}

function PartsTable({ parts }: { parts: readonly Part[] }) {
  const t = useTranslations('wire.parts')
  return (
    <ScrollRegion label={t('label')} className="max-h-96 overflow-auto rounded-md border">
      <DataTable caption={t('label')} isDense>
        <thead className="bg-sunken">
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col" className="text-right">
              {t('size')}
            </th>
            <th scope="col">{t('value')}</th>
          </tr>
        </thead>
        <tbody className="font-mono text-mono">
          {parts.map((part, index) => (
            <tr key={`${index} ${part.name}`}>
              <th scope="row" className="font-normal wrap-anywhere">
                {part.name ?? <em className="text-danger">{t('noName')}</em>}
              </th>
              <td className="text-muted">{part.contentType}</td>
              <td className="text-right whitespace-nowrap text-muted tabular-nums">{shortSize(part.size)}</td>
              <td className="wrap-anywhere whitespace-pre-wrap">
                {part.fileName !== null && (
                  <span className="text-muted">{t('file', { name: part.fileName })} </span>
                )}
                {part.isText ? (
                  part.value
                ) : (
                  <em className="text-muted">{t('noText', { bytes: part.size })}</em>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </ScrollRegion>
  )
}
