/** What a customer's device asks for, by callback. */
export const customerKeys = {
  all: ['customer'] as const,
  position: (serviceId: string) => ['customer', 'position', serviceId] as const,
  notifications: (serviceId: string) => ['customer', 'notifications', serviceId] as const,
  chat: (serviceId: string) => ['customer', 'chat', serviceId] as const,
}
