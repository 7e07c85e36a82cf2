import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {mountApi} from './api/mount-api.js';
import {createRateLimiter} from './api/rate-limits.js';
import type {RecordedRequest} from './api/request-log.js';
import {mountControl} from './control/mount-control.js';
import type {Clock, Random} from './environment.js';
import {createFaultQueue} from './faults/create-fault-queue.js';
import {createMeetingActions} from './meeting-actions.js';
import {mountPages} from './pages.js';
import {addMeeting} from './state/add-meeting.js';
import {addUser} from './state/add-user.js';
import {createState} from './state/create-state.js';
import {whenFound} from './state/when-found.js';
import {createDeliveries} from './webhooks/create-deliveries.js';
import {createSubscription, type Subscription, validateSubscription} from './webhooks/subscription.js';
import type {ZoomSimulator} from './zoom-simulator.js';

/** Starts the simulator on this machine; `port` 0 or not given: a free one. */
export async function createZoomSimulator(options: {
  clock: Clock;
  random: Random;
  port?: number;
}): Promise<ZoomSimulator> {
  const state = createState(options.clock, options.random);
  const limiter = createRateLimiter(options.clock);
  const faults = createFaultQueue();
  const deliveries = createDeliveries(state);
  const requests: RecordedRequest[] = [];
  let subscription: Subscription | undefined;
  const actions = createMeetingActions(state, (event) => deliveries.deliver(subscription, event));

  const app = express().disable('x-powered-by');
  const {origin, close} = await listen(app, options.port ?? 0);
  const {onChange, account, users, meetings} = state;
  const validate: ZoomSimulator['validate'] = async () => {
    if (subscription === undefined) throw new Error('Nobody has subscribed.');
    if (!subscription.signed) return {valid: true, status: 0, body: ''};
    return validateSubscription(state, subscription);
  };

  const simulator: ZoomSimulator = {
    ...actions,
    url: origin,
    apiUrl: `${origin}/v2`,
    account,
    users,
    meetings,
    limits: limiter.limits,
    addUser: (user) => addUser(state, user),
    addMeeting: (meeting) => addMeeting(state, meeting),
    revokeTokens: () => state.tokens.clear(),
    fault: faults.add,
    liftFaults: faults.clear,
    requests,
    waitForRequest: (predicate) => whenFound(state, () => requests.find(predicate)),
    get subscription() {
      return subscription;
    },
    subscribe: (wish) => {
      subscription = createSubscription(wish);
      return validate();
    },
    validate,
    faultWebhook: deliveries.fault,
    deliveries: deliveries.list,
    webhooksSettled: deliveries.settled,
    waitForDelivery: (predicate) => whenFound(state, () => deliveries.list.find(predicate)),
    onChange,
    close,
  };

  mountControl(app, simulator);
  mountPages(app, simulator);
  mountApi(app, {
    state,
    limiter,
    faults,
    endMeeting: (number) => void actions.endMeeting(number),
    url: origin,
    record: (request) => {
      requests.push(request);
      state.changed();
    },
  });
  return simulator;
}

async function listen(
  app: express.Express,
  port: number,
): Promise<{origin: string; close: () => Promise<void>}> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const {port: bound} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
