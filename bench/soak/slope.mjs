/** Student's t, one-sided, 95 %, of a line through so many points. */
const t95 = { 4: 2.92, 5: 2.353, 6: 2.132, 7: 2.015, 8: 1.943, 9: 1.895, 10: 1.86 }

/**
 * The line of least squares through samples `{ hours, megabytes }`, in MB an hour, and its standard error. It is drawn
 * through the means of four to ten parts, of two minutes where there is time for it: what memory holds wanders for a
 * minute or two, so that neighbouring samples are alike, and to count each for itself would make the error too small.
 */
export function slopeOf(samples) {
  const minutes = (samples.at(-1).hours - samples[0].hours) * 60
  const parts = Math.min(10, Math.max(4, Math.floor(minutes / 2)))
  const points = Array.from({ length: parts }, (_, part) => {
    const own = samples.slice(
      Math.floor((part * samples.length) / parts),
      Math.floor(((part + 1) * samples.length) / parts),
    )
    return { x: mean(own.map(({ hours }) => hours)), y: mean(own.map(({ megabytes }) => megabytes)) }
  })
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))]
  const spread = sum(points.map((point) => (point.x - x) ** 2))
  const slope = sum(points.map((point) => (point.x - x) * (point.y - y))) / spread
  const rest = sum(points.map((point) => (point.y - y - slope * (point.x - x)) ** 2))
  const error = Math.sqrt(rest / (parts - 2) / spread)
  return { slope, error, least: slope - t95[parts] * error, most: slope + t95[parts] * error }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const mean = (numbers) => sum(numbers) / numbers.length
