/** Errors of estimates, and tables of them. */

/** Mean squared, mean absolute and mean error of each model, in seconds. */
export function errorsOf(seen) {
  const models = Object.keys(seen[0]?.told ?? {})
  return models.map((model) => {
    let squared = 0
    let absolute = 0
    let bias = 0
    for (const { waited, told } of seen) {
      const error = told[model] - waited
      squared += error * error
      absolute += Math.abs(error)
      bias += error
    }
    const count = seen.length
    return { model, squared: squared / count, absolute: absolute / count, bias: bias / count }
  })
}

const least = (errors, of) => Math.min(...errors.map((each) => each[of]))

/** One scenario, best model first. */
export function table({ scenario, errors, waits, answered, abandoned }) {
  const best = { squared: least(errors, 'squared'), absolute: least(errors, 'absolute') }
  const rows = [...errors]
    .sort((a, b) => a.squared - b.squared)
    .map(({ model, squared, absolute, bias }) =>
      [
        model,
        squared.toFixed(0),
        `x${(squared / best.squared).toFixed(2)}`,
        absolute.toFixed(1),
        `x${(absolute / best.absolute).toFixed(2)}`,
        bias.toFixed(1),
      ].join(' | '),
    )
  return [
    `\n${scenario.name} (${scenario.kind}): ${waits} waits judged, ${answered} answered, ${abandoned} abandoned`,
    '| model | mean squared error, s² | of best | mean absolute error, s | of best | mean error, s |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

const geometricMean = (values) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

/** How far each model is from the best, over all scenarios, as a factor. */
export function ranking(results) {
  const models = results[0].errors.map(({ model }) => model)
  const factors = (model, of, kind) =>
    results
      .filter(({ scenario }) => kind === undefined || scenario.kind === kind)
      .map(({ errors }) => (errors.find((each) => each.model === model)?.[of] ?? NaN) / least(errors, of))
  const mean = (values) => (values.length === 0 ? '-' : `x${geometricMean(values).toFixed(2)}`)
  const rows = models
    .map((model) => ({ model, overall: geometricMean(factors(model, 'squared')) }))
    .sort((a, b) => a.overall - b.overall)
    .map(({ model }) =>
      [
        model,
        mean(factors(model, 'squared')),
        mean(factors(model, 'squared', 'stationary')),
        mean(factors(model, 'squared', 'surging')),
        mean(factors(model, 'absolute')),
        `x${Math.max(...factors(model, 'squared')).toFixed(2)}`,
      ].join(' | '),
    )
  return [
    '\nOver all scenarios, as a factor of the best of each (geometric mean)',
    '| model | squared error | stationary | surging | absolute error | squared error at worst |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}
