import type {Delivery} from '../zoom/webhooks/create-courier.js';
import type {Session} from './session.js';

const OUTCOMES: Readonly<Record<Delivery['outcome'], (answer: string) => string>> = {
  delivered: (answer) => `the plugin took it (${answer})`,
  refused: (answer) => `the plugin refused it (${answer}); log says why`,
  waiting: (answer) => `the plugin did not take it (${answer}); Zoom tries again in 5 minutes`,
  'given-up': (answer) => `the plugin did not take it (${answer}); Zoom has given up`,
  dropped: () => 'it was lost on its way',
};

/** Waits for the webhooks that are under way and tells what became of them. */
export async function showDeliveries(session: Session): Promise<void> {
  const {zoom} = session.sandbox;
  await zoom.webhooksSettled();
  for (const {event, attempts, outcome} of zoom.deliveries.slice(session.toldDeliveries)) {
    const status = attempts.at(-1)?.status ?? 0;
    const answer = status === 0 ? 'no answer' : `answer ${status}`;
    session.screen.line(session.screen.dim(`Webhook ${event}: ${OUTCOMES[outcome](answer)}.`));
  }
  session.toldDeliveries = zoom.deliveries.length;
}
