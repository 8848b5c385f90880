import type { Translate } from '../messages/translate.ts'
import type { Option } from './option-fault.ts'

/** What values a type takes, in words. */
export function typeWords(type: Option['type'], t: Translate<'services'>): string {
  switch (type.kind) {
    case 'text':
      return t('type.text')
    case 'boolean':
      return t('type.boolean')
    case 'integer':
      return t('type.integer', { min: type.min, max: type.max })
    case 'choice':
      return t('type.choice', { values: type.values.join(', ') })
    case 'duration':
      return t('type.duration')
    case 'range':
      return t('type.range')
    case 'queue-name':
      return t('type.queueName')
    case 'service-name':
      return t('type.serviceName')
    case 'country':
      return t('type.country')
    case 'time-zone':
      return t('type.timeZone')
    case 'regular-hours':
      return t('type.regularHours')
    case 'added-hours':
      return t('type.addedHours')
    case 'holiday':
      return t('type.holiday')
    case 'capacity':
      return t('type.capacity')
    case 'names':
      return type.of === undefined ? t('type.names') : t('type.someOf', { values: type.of.join(', ') })
    case 'urls':
      return t('type.urls')
    case 'url':
      return t('type.url')
    case 'service-template':
      return t('type.serviceTemplate')
    case 'chat-endpoint':
      return t('type.chatEndpoint')
    case 'user-name':
      return t('type.userName')
    case 'column-titles':
      return t('type.columnTitles')
    case 'target':
      return t('type.target')
    case 'threshold-table':
      return t('type.thresholdTable')
  }
}
