import type {Dialogs} from '../dialogs.js';
import {mayRead} from '../permissions.js';
import {invalid} from '../refusals.js';
import type {State} from '../state.js';
import {bodyFields, OK, optionalField, type RestRoute} from './call.js';
import {foundChannel} from './find-or-refuse.js';
import {requireThat} from './require.js';

/** Dialogs: an integration opens them with nothing but its trigger id, and people submit them. */
export function dialogRoutes(state: State, dialogs: Dialogs): readonly RestRoute[] {
  return [
    {
      method: 'post',
      path: '/actions/dialogs/open',
      runForAnybody: ({body}) => {
        const url = urlOf(body);
        const dialog = bodyFields(bodyFields(body)['dialog']);
        dialogs.open({triggerId: optionalField(body, 'trigger_id'), url, dialog});
        return OK;
      },
    },
    {
      method: 'post',
      path: '/actions/dialogs/submit',
      run: async ({user, body}) => {
        const url = urlOf(body);
        const channelId = optionalField(body, 'channel_id');
        if (channelId !== '') requireThat(mayRead(state, foundChannel(state, channelId), user));
        return dialogs.submit({userId: user.id, url, fields: bodyFields(body)});
      },
    },
  ];
}

/** @throws ApiError 400 */
function urlOf(body: unknown): string {
  const url = optionalField(body, 'url');
  if (url === '') throw invalid('api.context.invalid_body_param.app_error', 'Invalid or missing url');
  return url;
}
