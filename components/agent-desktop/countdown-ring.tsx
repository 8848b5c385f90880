/** What is left of a time, as a ring that empties. Give the seconds in words beside it. */
export function CountdownRing({ share, size = 20 }: { share: number; size?: number }) {
  const radius = size / 2 - 2
  const length = 2 * Math.PI * radius
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className="shrink-0 -rotate-90"
    >
      <circle cx={size / 2} cy={size / 2} r={radius} fill="none" strokeWidth={3} className="stroke-line" />
      <circle
        cx={size / 2}
        cy={size / 2}
        r={radius}
        fill="none"
        strokeWidth={3}
        strokeDasharray={length}
        strokeDashoffset={length * (1 - share)}
        className="stroke-lane-agent"
      />
    </svg>
  )
}
