import type { Part } from './multipart.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { shortSize } from './traffic-row.ts'

interface PartsTableProps {
  parts: readonly Part[]
  /** Why the body could not be split to its end. */
  problem: string | null
  bytes: number
  label: string
}

/** The fields of a form, one a row. A form without fields is valid, and says so. */
export function PartsTable({ parts, problem, bytes, label }: PartsTableProps) {
  return (
    <>
      {problem && <p className="text-sm text-danger">{problem}</p>}
      {parts.length === 0 && !problem && (
        <p className="text-sm text-muted">
          0 parts, valid: {bytes} bytes that are nothing but the closing boundary.
        </p>
      )}
      {parts.length > 0 && (
        <ScrollRegion label={label} className="max-h-80 overflow-auto rounded-md border">
          <table className="w-full text-left text-mono">
            <thead className="bg-sunken text-xs text-muted">
              <tr>
                <th className="px-2 py-1 font-medium">Name</th>
                <th className="px-2 py-1 text-right font-medium">Size</th>
                <th className="px-2 py-1 font-medium">Value</th>
              </tr>
            </thead>
            <tbody className="font-mono">
              {parts.map((part, index) => (
                <tr key={`${index} ${part.name}`} className="border-t align-top">
                  <td className="px-2 py-1 break-all">
                    {part.name ?? <em className="text-danger">no name</em>}
                  </td>
                  <td className="px-2 py-1 text-right whitespace-nowrap text-muted tabular-nums">
                    {shortSize(new TextEncoder().encode(part.value).length)}
                  </td>
                  <td className="px-2 py-1 break-all whitespace-pre-wrap">
                    {part.fileName !== null && <span className="text-muted">file {part.fileName}: </span>}
                    {part.value}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  )
}
