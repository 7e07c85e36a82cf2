import type {JoinPageText} from '../../contract/join-page-shell.js';
import type {HaltAction} from './halt.js';
import type {FormError} from './state.js';

/** host: it is waited for · ask: the person changes something · halt: the sentence, and what can be done */
export type SdkErrorMeaning =
  | {kind: 'host'}
  | {kind: 'ask'; field: FormError['field']; text: JoinPageText}
  | {kind: 'halt'; text: JoinPageText; actions: readonly HaltAction[]};

const halt =
  (...actions: readonly HaltAction[]) =>
  (text: JoinPageText): SdkErrorMeaning => ({kind: 'halt', text, actions});
const end = halt();
const again = halt('retry');
const zoomOnly = halt('zoom');
const either = halt('retry', 'zoom');

/**
 * What the numbers of Zoom's Meeting SDK mean for who joins. They are those of `ZoomMtg.errorCodes`, and of what it
 * makes of Zoom's own, as of 6.2.0; https://developers.zoom.us/docs/meeting-sdk/web/error-codes/ has some of them, and
 * gives 3000 and 3005 each other's name.
 */
const MEANINGS: readonly (readonly [meaning: SdkErrorMeaning, ...codes: readonly number[]])[] = [
  [{kind: 'host'}, 3008],
  [{kind: 'ask', field: 'email', text: 'emailNeeded'}, 3005],
  [{kind: 'ask', field: 'name', text: 'nameRefused'}, 4003],
  // No meeting has that number, or none any more.
  [end('over'), 3001, 3610, 3703, 3706, 3707, 3714, 4004, 13208],
  [end('removed'), 3009],
  [again('sessionExpired'), 3705],
  [again('locked'), 4006],
  [again('alreadyIn'), 4008],
  [either('passcode'), 3004],
  [either('hostElsewhere'), 3000],
  [either('full'), 4005],
  // Of one document, or of one network: then Zoom wants to see that somebody is no machine.
  [either('tooMany'), 3633, 3634],
  [either('zoomTrouble'), 403, 3621, 3622, 4001, 4009],
  [either('sdkMissing'), 3635],
  [zoomOnly('registration'), 3032, 3099, 3606],
  [zoomOnly('zoomSignIn'), 3034, 3082, 3100, 3116],
  // The account of the meeting wants to see a token of somebody of its own.
  [zoomOnly('elsewhere'), 4011, 4012, 4013, 4014, 4015, 4017, 4018, 4019],
  // Panelists have links of their own; addresses, groups and apps can be kept out by administrators.
  [zoomOnly('appOnly'), 3135, 3620, 4007, 6603],
  [zoomOnly('notInBrowsers'), 3603, 3608, 3611],
  [zoomOnly('tooOld'), 3],
  [zoomOnly('sdkOutdated'), 3604, 10_000],
  [zoomOnly('misconfigured'), 3265, 3623, 3704, 3708, 3709, 3710, 3711, 3712, 3713, 3715],
];

const BY_CODE: ReadonlyMap<number, SdkErrorMeaning> = new Map(
  MEANINGS.flatMap(([meaning, ...codes]) => codes.map((code) => [code, meaning] as const)),
);

/** What Zoom does not explain may be over in a moment. */
export const meaningOf = (code: number): SdkErrorMeaning => BY_CODE.get(code) ?? either('failed');
