/** Grey lines where something will stand. They show after 150 ms: what comes sooner needs no announcement. */
export function Skeleton({ what, lines = 3 }: { what: string; lines?: number }) {
  return (
    <output className="skeleton flex flex-col gap-3 p-3">
      <span className="sr-only">{what}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden
          className="block h-4 rounded-sm bg-hover"
          style={{ width: `${90 - (line % 3) * 18}%` }}
        />
      ))}
    </output>
  )
}
