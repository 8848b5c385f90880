interface SliderProps {
  label: string
  /** What is said of the value, in place of its number. */
  valueText: string
  value: number
  max: number
  onChange: (value: number) => void
}

/** A place on a line from 0; arrow keys move by one. */
export function Slider({ label, valueText, value, max, onChange }: SliderProps) {
  return (
    <input
      type="range"
      min={0}
      max={max}
      value={value}
      aria-label={label}
      aria-valuetext={valueText}
      onChange={({ target }) => onChange(Number(target.value))}
      className="h-6 min-w-0 flex-1 accent-accent"
    />
  )
}
