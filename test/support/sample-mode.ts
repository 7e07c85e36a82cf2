import type {ConnectionMode} from '../../contract/admin.js';

/** A way to connect as the settings page is told of it. */
export const sampleMode = (
  given: Partial<ConnectionMode> & Pick<ConnectionMode, 'mode'>,
): ConnectionMode => ({
  people: 'Nobody has to connect anything.',
  app: 'Create an app in Zoom.',
  when_chosen: 'Nobody has to do anything.',
  when_left: '',
  settings: [],
  redirect_url: '',
  scopes: [],
  events: [],
  features: [],
  ...given,
});
