import type {ZoomSimulator} from '../zoom-simulator.js';
import {
  accountChanges,
  faultRule,
  newMeeting,
  newUser,
  participant,
  person,
  subscriptionWish,
  webhookFault,
} from './control-inputs.js';

export interface ControlRoute {
  readonly method: 'get' | 'post' | 'delete';
  /** Below `/simulator`. */
  readonly path: string;
  /** What it answers becomes JSON. */
  readonly run: (simulator: ZoomSimulator, input: {number: string; body: unknown}) => unknown;
}

/** What a test or a page in another process can do: the methods of the simulator, by HTTP. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
  {method: 'get', path: '/state', run: describe},
  {method: 'get', path: '/requests', run: ({requests}) => requests},
  {method: 'get', path: '/deliveries', run: ({deliveries}) => deliveries},

  {
    method: 'post',
    path: '/account',
    run: (zoom, {body}) => zoom.changeAccount(accountChanges.parse(body)),
  },
  {method: 'post', path: '/users', run: (zoom, {body}) => zoom.addUser(newUser.parse(body))},
  {method: 'post', path: '/meetings', run: (zoom, {body}) => zoom.addMeeting(newMeeting.parse(body))},
  {method: 'post', path: '/meetings/:number/start', run: (zoom, {number}) => zoom.startMeeting(number)},
  {method: 'post', path: '/meetings/:number/end', run: (zoom, {number}) => zoom.endMeeting(number)},
  {
    method: 'post',
    path: '/meetings/:number/recording',
    run: (zoom, {number}) => zoom.finishRecording(number),
  },
  {
    method: 'post',
    path: '/meetings/:number/join',
    run: (zoom, {number, body}) => zoom.join(number, person.parse(body)),
  },
  {
    method: 'post',
    path: '/meetings/:number/leave',
    run: (zoom, {number, body}) => zoom.leave(number, participant.parse(body).who),
  },

  {
    method: 'post',
    path: '/subscription',
    run: (zoom, {body}) => zoom.subscribe(subscriptionWish.parse(body)),
  },
  {method: 'post', path: '/subscription/validate', run: (zoom) => zoom.validate()},

  {method: 'post', path: '/faults', run: (zoom, {body}) => zoom.fault(faultRule.parse(body))},
  {method: 'delete', path: '/faults', run: (zoom) => zoom.liftFaults()},
  {
    method: 'post',
    path: '/webhook-faults',
    run: (zoom, {body}) => zoom.faultWebhook(webhookFault.parse(body)),
  },
  {method: 'delete', path: '/tokens', run: (zoom) => zoom.revokeTokens()},
];

function describe({url, apiUrl, account, users, meetings, subscription, limits}: ZoomSimulator): object {
  return {url, apiUrl, account, users, meetings, subscription: subscription(), limits};
}
