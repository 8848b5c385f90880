import type { Credentials, Guarded } from './credentials.ts'
import type { TargetExplanation } from './explain-target.ts'
import type { OptionType } from './option-type.ts'
import type { TemplateView } from './templates.ts'

/** What is configured, as the edges see it: services, their options, and the settings of the installation. */

export interface OptionView {
  readonly name: string
  readonly category: string
  /** What its values may be. */
  readonly type: OptionType
  readonly default: string
  readonly mandatory: boolean
  /** The template's own: a service may not change it. */
  readonly fixed: boolean
  /** It is kept and shown, and changes nothing here. */
  readonly kept: boolean
  /** Whether a start request may bring it along: always, when `_overwritable_options` lists it, or never. */
  readonly fromRequest: 'always' | 'when-listed' | 'never'
  readonly description: string
}

export interface ConfiguredServiceView {
  readonly name: string
  readonly template: string
  readonly options: Readonly<Record<string, string>>
  readonly overrides: Readonly<Record<string, string>>
  /** The options in which a service of a new installation is no longer as it came; none for those made since. */
  readonly changed: readonly string[]
  /** It belongs to the product: it cannot be removed. */
  readonly isBuiltIn: boolean
}

/** Refusals of options carry one detail per invalid option, `options._target`. */
export interface ConfiguredServices {
  list(): Promise<readonly ConfiguredServiceView[]>
  /** Refused: `service-not-found`. */
  get(name: string): Promise<ConfiguredServiceView>
  /** Refused: `service-invalid`. */
  put(
    name: string,
    template: string,
    options: Readonly<Record<string, string>>,
  ): Promise<ConfiguredServiceView>
  /** Refused: `service-not-found`, `service-invalid`. Null returns an option to its default. */
  patch(name: string, options: Readonly<Record<string, string | null>>): Promise<ConfiguredServiceView>
  /** Refused: `service-not-found`, `service-built-in`. */
  remove(name: string): Promise<void>
  /** Whom a text means as `_target`, or why it cannot be one. */
  explainTarget(text: string): Promise<TargetExplanation>
  /** What a request about this has to show. */
  credentials(guarded: Guarded): Promise<Credentials>
  readonly templates: readonly TemplateView[]
}

export type GmsVersion = '8.1.2' | '8.5.2'

export interface Settings {
  readonly gmsVersion: GmsVersion
  /** What service ids begin with: one to nine digits. */
  readonly idPrefix: string
  /** What section `callback` sets for services that leave an option empty; only what is set. */
  readonly callback: Readonly<Record<string, string>>
  /** What section `server` sets, `username` and `password`; only what is set. */
  readonly server: Readonly<Record<string, string>>
}

/** Null takes an option out of the section. */
export interface SettingsChange extends Partial<Omit<Settings, 'callback' | 'server'>> {
  readonly callback?: Readonly<Record<string, string | null>>
  readonly server?: Readonly<Record<string, string | null>>
}

/** The transaction list of paused services: names of services, `all`, or what `_paused_services_id` of some says. */
export interface PausedServices {
  get(): Promise<readonly string[]>
  /** Callbacks in line are paused and resumed by it. Refused: `setting-invalid`. */
  set(keys: readonly string[]): Promise<readonly string[]>
}

export interface SettingsService {
  get(): Promise<Settings>
  /** What is in force now, without waiting: edges need it for every answer. */
  current(): Settings
  /** The options that section `callback` may have. */
  readonly sectionOptions: readonly OptionView[]
  /** Those that section `server` may have. */
  readonly serverOptions: readonly OptionView[]
  change(changes: SettingsChange): Promise<Settings>
}
