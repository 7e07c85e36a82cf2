import type {Api} from './api/create-api.js';
import type {Store} from './mattermost/global-state.js';
import type {StartMeeting} from './start/start-meeting.js';

/** What components need besides the store; made once, when the script is loaded. */
export interface Context {
  store: Store;
  api: Api;
  startMeeting: StartMeeting;
}
