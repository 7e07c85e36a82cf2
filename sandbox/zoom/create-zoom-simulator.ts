import express from 'express';
import {mountApi} from './api/mount-api.js';
import {createRateLimiter} from './api/rate-limits.js';
import type {RecordedRequest} from './api/request-log.js';
import {createAppActions} from './app-actions.js';
import {createArchiveActions} from './archive-actions.js';
import {mountControl} from './control/mount-control.js';
import type {Clock, Random} from './environment.js';
import {createFaultQueue} from './faults/create-fault-queue.js';
import {fromThisMachine} from './from-this-machine.js';
import {listenOnLoopback} from './listen-on-loopback.js';
import {createMeetingActions} from './meeting-actions.js';
import {mountAuthorize} from './oauth/mount-authorize.js';
import {mountPages} from './pages.js';
import {createPeopleActions} from './people-actions.js';
import {createScheduleActions} from './schedule-actions.js';
import {mountSdk} from './sdk/mount-sdk.js';
import {createSdkDesk} from './sdk/sdk-actions.js';
import {addUser} from './state/add-user.js';
import {createState} from './state/create-state.js';
import {whenFound} from './state/when-found.js';
import {createWebinarActions} from './webinar-actions.js';
import {createWebhooks} from './webhooks/create-webhooks.js';
import type {ZoomSimulator} from './zoom-simulator.js';

/** Starts the simulator on this machine; `port` 0 or not given: a free one. */
export async function createZoomSimulator(options: {
  clock: Clock;
  random: Random;
  port?: number;
}): Promise<ZoomSimulator> {
  const app = express().disable('x-powered-by');
  const {origin: url, close} = await listenOnLoopback(app, options.port ?? 0);
  const state = createState(options.clock, options.random, url);
  const limiter = createRateLimiter(options.clock);
  const faults = createFaultQueue();
  const requests: RecordedRequest[] = [];
  const {webhooks, emit} = createWebhooks(state);
  const actions = createMeetingActions({state, emit});
  const sdk = createSdkDesk(state);
  const {account, users, consents, meetings, webinars, onChange} = state;

  const simulator: ZoomSimulator = {
    ...createAppActions(state),
    ...createArchiveActions(state),
    ...actions,
    ...createPeopleActions({state, url, emit}),
    ...createScheduleActions({state, emit}),
    ...createWebinarActions({state, emit}),
    ...webhooks,
    ...sdk,
    account,
    users,
    consents,
    meetings,
    webinars,
    requests,
    onChange,
    url,
    close,
    apiUrl: `${url}/v2`,
    limits: limiter.limits,
    addUser: (user) => addUser(state, user),
    fault: faults.add,
    liftFaults: faults.clear,
    waitForRequest: (predicate) => whenFound(state, () => requests.find(predicate)),
  };
  // Zoom's API asks for a token of everybody; the pages and the remote control ask nobody who they are.
  app.use(['/simulator', '/j', '/s', '/w', '/meeting', '/webinar', '/oauth/authorize'], fromThisMachine(url));
  mountControl(app, simulator);
  mountPages(app, state);
  mountAuthorize(app, state);
  mountSdk(app, {state, emit}, sdk, url);
  mountApi(app, {
    state,
    limiter,
    faults,
    url,
    requests,
    emit,
    endMeeting: (number) => simulator.endMeeting(number),
  });
  return simulator;
}
