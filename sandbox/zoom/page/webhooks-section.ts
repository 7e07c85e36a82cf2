import {button, control, createPlace} from './elements.js';
import type {SimulatorView} from './view.js';

/** One webhook, as the page lists it. */
export interface DeliveryView {
  id: number;
  event: string;
  outcome: string;
  attempts: {status: number; at: number}[];
}

const DAY_MS = 86_400_000;
const SHOWN = 20;

/** What goes wrong with webhooks, and what became of the last. */
export function createWebhooksSection(
  places: {faults: HTMLElement; log: HTMLElement},
  refresh: () => unknown,
): (view: SimulatorView, deliveries: readonly DeliveryView[]) => void {
  const faults = createPlace(places.faults);
  const log = createPlace(places.log);
  const spoil = (fault: object) => () => control('POST', '/webhook-faults', fault).then(refresh);
  return ({webhookFaults}, deliveries) => {
    const areLost = webhookFaults.some(({forMs}) => forMs !== undefined);
    faults(areLost, () => [
      button('Lose the next', spoil({kind: 'drop'})),
      button('Send the next twice', spoil({kind: 'duplicate'})),
      button('Delay the next by 5 s', spoil({kind: 'delay', ms: 5_000})),
      areLost
        ? button('Lose none any more', () => control('DELETE', '/webhook-faults').then(refresh), true)
        : button('Lose all for a day', spoil({kind: 'drop', forMs: DAY_MS})),
    ]);
    const shown = deliveries.slice(-SHOWN).reverse();
    log(shown, () => shown.map(line));
  };
}

function line({event, outcome, attempts}: DeliveryView): HTMLElement {
  const made = document.createElement('tr');
  for (const text of [event, outcome, attempts.map(({status}) => status).join(', ')]) {
    made.insertCell().textContent = text;
  }
  made.className = outcome;
  return made;
}
