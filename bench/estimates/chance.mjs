/** A length of time by its law, in seconds, from a stream of chance. */
export function drawSeconds(draw, { law, mean, deviation }) {
  // 1 - fraction is above 0, so that its logarithm is a number.
  if (law === 'exponential') return -mean * Math.log(1 - draw.fraction())
  const variance = Math.log(1 + (deviation / mean) ** 2)
  const normal = Math.sqrt(-2 * Math.log(1 - draw.fraction())) * Math.cos(2 * Math.PI * draw.fraction())
  return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal)
}

/** When the next customer comes: a Poisson process whose rate follows the load, by thinning. */
export function nextArrival(draw, { agents, handle, load, loadMax }, after) {
  const rateMax = (loadMax * agents) / handle.mean
  let at = after
  do at += -Math.log(1 - draw.fraction()) / rateMax
  while (draw.fraction() * loadMax > load(at))
  return at
}
