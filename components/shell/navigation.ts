import {
  BookOpen,
  Cable,
  Headset,
  LayoutDashboard,
  ListOrdered,
  MonitorUp,
  PhoneCall,
  Plug,
  Settings,
  SlidersHorizontal,
  type LucideIcon,
} from 'lucide-react'
import type { Messages } from '../messages/translate.ts'

/** The pages that have a place in the navigation, by their names in the messages. */
export type PageName = Exclude<keyof Messages['shell']['pages'], 'classic' | 'fidelity'>

export interface Destination {
  name: PageName
  href: string
  icon: LucideIcon
}

/** What people work with. */
export const mainDestinations: readonly Destination[] = [
  { name: 'workbench', href: '/', icon: LayoutDashboard },
  { name: 'agent', href: '/agent', icon: Headset },
  { name: 'queue', href: '/queue', icon: ListOrdered },
  { name: 'wire', href: '/wire', icon: Cable },
  { name: 'callbacks', href: '/callbacks', icon: PhoneCall },
  { name: 'services', href: '/services', icon: SlidersHorizontal },
  { name: 'connect', href: '/connect', icon: Plug },
]

/** What people look up, or set once. */
export const otherDestinations: readonly Destination[] = [
  { name: 'wallboard', href: '/wallboard', icon: MonitorUp },
  { name: 'help', href: '/help', icon: BookOpen },
  { name: 'settings', href: '/settings', icon: Settings },
]

/** Whether the address is that of the destination, or below it. */
export const isAt = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
