import type {SimulatorState} from '../state/create-state.js';
import type {WebhookFault} from './webhook-fault.js';
import {createCourier, type Delivery} from './create-courier.js';
import type {Subscription} from './subscription.js';
import {webhookBody, type WebhookEvent, type WebhookEventName} from './webhook-events.js';

export interface Deliveries {
  readonly list: readonly Delivery[];
  deliver: (subscription: Subscription, event: WebhookEvent) => void;
  fault: (fault: WebhookFault) => void;
  faults: () => readonly WebhookFault[];
  /** Nothing goes wrong with those to come. */
  liftFaults: () => void;
  /** Resolves when no attempt is under way; what waits for its next time does not count. */
  settled: () => Promise<void>;
}

export function createDeliveries(state: SimulatorState): Deliveries {
  const {clock} = state;
  const courier = createCourier(state);
  const list: Delivery[] = [];
  let faults: (WebhookFault & {until?: number})[] = [];

  function forgetOldFaults(): void {
    const now = clock.now();
    faults = faults.filter(({until}) => until === undefined || now < until);
  }

  function takeFault(event: WebhookEventName): WebhookFault | undefined {
    forgetOldFaults();
    const fault = faults.find((waiting) => waiting.event === undefined || waiting.event === event);
    faults = faults.filter((waiting) => waiting !== fault || waiting.until !== undefined);
    return fault;
  }

  function add(event: WebhookEventName, body: string, outcome: Delivery['outcome']): Delivery {
    const delivery: Delivery = {id: list.length + 1, event, body, attempts: [], outcome};
    list.push(delivery);
    return delivery;
  }

  return {
    list,
    deliver: (subscription, event) => {
      const body = webhookBody(state, subscription.shape, event);
      const fault = takeFault(event.name);
      if (fault?.kind === 'drop') return void add(event.name, body, 'dropped');
      const copies = fault?.kind === 'duplicate' ? (fault.copies ?? 2) : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const delivery = add(event.name, body, 'waiting');
        if (fault?.kind === 'delay') clock.after(fault.ms, () => courier.bring(delivery, subscription));
        else courier.bring(delivery, subscription);
      }
    },
    fault: (fault) => {
      const {forMs} = fault;
      faults.push({...fault, ...(forMs !== undefined && {until: clock.now() + forMs})});
    },
    faults: () => {
      forgetOldFaults();
      return faults;
    },
    liftFaults: () => void (faults = []),
    settled: courier.settled,
  };
}
