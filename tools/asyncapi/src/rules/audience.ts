import type { EventDefinition } from '@yigongti/events';
import type { Subscribers } from '../subscriptions.ts';

/** An event is listened to, or its file says why nobody listens: never both, never neither. */
export function audienceFaults(definitions: readonly EventDefinition[], subscribers: Subscribers): string[] {
  return definitions.flatMap(({ name, type, owner, noConsumer }) => {
    const services = subscribers.byType.get(type) ?? [];
    if (services.includes(owner)) return [`${name}: its owner listens to itself over Kafka`];
    if (services.length > 0 && noConsumer) return [`${name}: says "${noConsumer}", but ${services.join(', ')} listens`];
    return services.length === 0 && !noConsumer ? [`${name}: nobody listens, and no reason is given (noConsumer)`] : [];
  });
}
