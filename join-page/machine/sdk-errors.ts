import type {JoinPageText} from '../../contract/join-page-shell.js';
import type {HaltAction} from './halt.js';

/** host: it is waited for · email: the person is asked for theirs · else the sentence, and what can be done */
export type SdkErrorMeaning = 'host' | 'email' | {text: JoinPageText; actions: readonly HaltAction[]};

const zoomOnly = (text: JoinPageText): SdkErrorMeaning => ({text, actions: ['zoom']});
const either = (text: JoinPageText): SdkErrorMeaning => ({text, actions: ['retry', 'zoom']});

/**
 * What the numbers of Zoom's Meeting SDK mean for who joins:
 * https://developers.zoom.us/docs/meeting-sdk/web/error-codes/ (where 3000 and 3005 have each other's sentence).
 */
const MEANINGS: ReadonlyMap<number, SdkErrorMeaning> = new Map([
  [3000, 'email'],
  [3001, {text: 'over', actions: []}],
  [3004, either('passcode')],
  [3005, either('hostElsewhere')],
  [3008, 'host'],
  [3009, {text: 'removed', actions: []}],
  [3099, zoomOnly('registration')],
  [3100, zoomOnly('zoomSignIn')],
  [3265, zoomOnly('misconfigured')],
  [3603, zoomOnly('notInBrowsers')],
  [3608, zoomOnly('notInBrowsers')],
  [3610, {text: 'over', actions: []}],
  [3704, zoomOnly('misconfigured')],
  [3705, {text: 'sessionExpired', actions: ['retry']}],
  [3708, zoomOnly('misconfigured')],
  [3712, zoomOnly('misconfigured')],
  [4005, either('full')],
  [4006, {text: 'locked', actions: ['retry']}],
  [4012, zoomOnly('elsewhere')],
]);

/** What Zoom does not explain may be over in a moment. */
export const meaningOf = (code: number): SdkErrorMeaning => MEANINGS.get(code) ?? either('failed');
