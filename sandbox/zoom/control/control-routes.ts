import type {ZoomSimulator} from '../zoom-simulator.js';
import {CALENDAR_ROUTES} from './calendar-routes.js';
import type {ControlRoute} from './control-route.js';
import {
  accountChanges,
  faultRule,
  joiner,
  move,
  newName,
  newUser,
  participant,
  rightApp,
  sdkFault,
  subscriptionWish,
  userChanges,
  webhookFault,
} from './control-inputs.js';

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
  {
    method: 'post',
    path: '/app',
    run: (zoom, {body}) => {
      const {appType, redirectUris} = rightApp.parse(body);
      return zoom.setUpApp(appType, redirectUris);
    },
  },
  {method: 'post', path: '/users', run: (zoom, {body}) => zoom.addUser(newUser.parse(body))},
  {
    method: 'patch',
    path: '/users/:user',
    run: (zoom, {user, body}) => zoom.changeUser(user, userChanges.parse(body)),
  },
  {method: 'delete', path: '/users/:user', run: (zoom, {user}) => zoom.removeUser(user)},
  {method: 'post', path: '/users/:user/tokens', run: (zoom, {user}) => zoom.issueTokens(user)},
  {method: 'delete', path: '/users/:user/consent', run: (zoom, {user}) => zoom.revokeConsent(user)},

  ...CALENDAR_ROUTES,
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
    run: (zoom, {number, body}) => zoom.join(number, joiner.parse(body)),
  },
  {
    method: 'post',
    path: '/meetings/:number/leave',
    run: (zoom, {number, body}) => zoom.leave(number, participant.parse(body).who),
  },
  {
    method: 'post',
    path: '/meetings/:number/admit',
    run: (zoom, {number, body}) => zoom.admit(number, participant.parse(body).who),
  },
  {
    method: 'post',
    path: '/meetings/:number/put-back',
    run: (zoom, {number, body}) => zoom.putBack(number, participant.parse(body).who),
  },
  {
    method: 'post',
    path: '/meetings/:number/move',
    run: (zoom, {number, body}) => {
      const {who, room} = move.parse(body);
      return zoom.moveTo(number, who, room);
    },
  },
  {
    method: 'post',
    path: '/meetings/:number/rename',
    run: (zoom, {number, body}) => {
      const {who, name} = newName.parse(body);
      return zoom.rename(number, who, name);
    },
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
  {method: 'delete', path: '/webhook-faults', run: (zoom) => zoom.liftWebhookFaults()},
  {method: 'get', path: '/sdk-joins', run: ({sdkJoins}) => sdkJoins},
  {method: 'post', path: '/sdk-faults', run: (zoom, {body}) => zoom.faultSdk(sdkFault.parse(body))},
  {method: 'delete', path: '/sdk-faults', run: (zoom) => zoom.liftSdkFaults()},
  {method: 'delete', path: '/tokens', run: (zoom) => zoom.revokeTokens()},
  {method: 'post', path: '/tokens/expire', run: (zoom) => zoom.expireAccessTokens()},
];

function describe(zoom: ZoomSimulator): object {
  const {url, apiUrl, account, users, consents, meetings, webinars, limits} = zoom;
  const webhooks = {subscription: zoom.subscription(), webhookFaults: zoom.webhookFaults()};
  const sdk = {sdkUrl: zoom.sdkUrl, sdkFaults: zoom.sdkFaults()};
  return {url, apiUrl, account, users, consents, meetings, webinars, limits, ...webhooks, ...sdk};
}
