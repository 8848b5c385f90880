import type { Translate } from '../messages/translate.ts'
import { fieldValues, type QueryProblem } from './wire-query.ts'

/** What is wrong with a part of a query, in a sentence. */
export function problemWords(t: Translate<'wire'>, problem: QueryProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      return problem.meant === null
        ? t('problems.unknownField', { name: problem.name })
        : t('problems.unknownFieldMeant', { name: problem.name, meant: problem.meant })
    case 'unknown-value':
      return t('problems.unknownValue', {
        name: problem.name,
        field: problem.field,
        allowed: fieldValues[problem.field].join(', '),
      })
    case 'status-unreadable':
      return t('problems.statusUnreadable', { name: problem.name })
    case 'unknown-customer':
      return t('problems.unknownCustomer', { name: problem.name })
    case 'id-too-short':
      return t('problems.idTooShort', { name: problem.name })
    case 'value-missing':
      return t('problems.valueMissing', { field: problem.field })
    case 'quote-open':
      return t('problems.quoteOpen')
    case 'nothing-excluded':
      return t('problems.nothingExcluded')
  }
}
