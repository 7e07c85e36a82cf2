import * as z from 'zod';
import {CHANNEL_STARTS} from '../../core/domain/channel-policy.js';
import {MEETING_ID_CHOICES} from '../../core/domain/meeting-id-choice.js';
import {recordOf} from './record-format.js';
import {defineRow} from './row-kind.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How long somebody who connects may take on either side of Zoom. */
export const CONNECT_SECONDS = 5 * MINUTE;
/** How long a meeting waits for its person to connect, and how long Zoom is told that a connection has ended. */
export const ASKED_SECONDS = 15 * MINUTE;
const REVOCATION_SECONDS = 8 * DAY;

/**
 * `sealed`: what it gives us, encrypted; without it, it is over, and without `ended` either, it was removed. `by`: who
 * got it; `since`: ms since the epoch.
 */
const grantSchema = z.object({
  sealed: z.string().optional(),
  zoomUserId: z.string(),
  by: z.string(),
  since: z.number(),
  revision: z.number(),
  ended: z.string().optional(),
});

const zoomUserSchema = z.object({userId: z.string()});

const meetingIdChoiceSchema = z.object({choice: z.enum(MEETING_ID_CHOICES)});

const channelPolicySchema = z.object({starts: z.enum(CHANNEL_STARTS)});

/** `page`: of the list of all keys; `found`: there was something in this pass; `doneAt`: ms since the epoch. */
const sweepSchema = z.object({page: z.number(), found: z.boolean(), doneAt: z.number().optional()});

/** `sealed`: PKCE's verifier; without it, it was used up. `browser`: a digest; `at`: ms since the epoch. */
const connectAttemptSchema = z.object({
  userId: z.string(),
  consent: z.enum(['person', 'account']),
  clientId: z.string(),
  webUrl: z.string(),
  redirectUri: z.string(),
  browser: z.string(),
  sealed: z.string().optional(),
  at: z.number(),
});

/** `topic`: of the meeting that was asked for; missing where none was, or it has been started. */
const askedPlaceSchema = z.object({
  channelId: z.string(),
  rootId: z.string(),
  drawsCards: z.boolean(),
  topic: z.string().optional(),
  besides: z.literal(true).optional(),
  meetingId: z.enum(['unique', 'personal']).optional(),
  isForMany: z.literal(true).optional(),
  at: z.number(),
});

/** `sealed`: missing where it was used up. `at`: ms since the epoch. */
const parkedSchema = z.object({sealed: z.string().optional(), at: z.number()});

const revocationSchema = z.object({sealed: z.string(), at: z.number()});

export type StoredConnectAttempt = z.infer<typeof connectAttemptSchema>;
export type StoredAskedPlace = z.infer<typeof askedPlaceSchema>;
export type StoredParked = z.infer<typeof parkedSchema>;
export type StoredSweep = z.infer<typeof sweepSchema>;
export type StoredGrant = z.infer<typeof grantSchema>;

/** What is stored of people's consents in Zoom, and of what the official plugin left. */
export const CONSENT_ROWS = {
  /** Of a person, or `grant_account`. */
  grant: defineRow({
    key: 'grant_<owner>',
    version: 1,
    holds: recordOf(grantSchema),
    stops: 'meetings of this person, until they disconnect from Zoom and connect again',
  }),
  /** By hash of the id in Zoom: whose it is. */
  zoomUser: defineRow({
    key: 'zoom_user_<digest>',
    version: 1,
    holds: recordOf(zoomUserSchema),
    stops: 'connecting this Zoom user',
  }),
  /** By digest of the state that goes to Zoom and back. */
  connectAttempt: defineRow({
    key: 'oauth_state_<digest>',
    version: 1,
    holds: recordOf(connectAttemptSchema),
    keptSeconds: CONNECT_SECONDS,
    stops: 'the one attempt to connect to Zoom that it stands for',
  }),
  askedPlace: defineRow({
    key: 'connect_asked_<user>',
    version: 1,
    holds: recordOf(askedPlaceSchema),
    keptSeconds: ASKED_SECONDS,
    stops: 'the meeting that waits for this person to connect to Zoom, for a quarter of an hour',
  }),
  /** Of a service: Zoom's answer, until its person types what their browser shows. */
  parkedCode: defineRow({
    key: 'connect_code_<user>',
    version: 1,
    holds: recordOf(parkedSchema),
    keptSeconds: CONNECT_SECONDS,
    stops: 'connecting this person to Zoom, for five minutes',
  }),
  /** Of another Zoom account than the one that is connected, until its administrator confirms it. */
  accountOffer: defineRow({
    key: 'account_offer_<user>',
    version: 1,
    holds: recordOf(parkedSchema),
    keptSeconds: CONNECT_SECONDS,
    stops: 'replacing the Zoom account that is connected, for five minutes',
  }),
  revocation: defineRow({
    key: 'revoke_<id>',
    version: 1,
    holds: recordOf(revocationSchema),
    keptSeconds: REVOCATION_SECONDS,
    stops: 'telling Zoom that one connection has ended',
  }),
  meetingIdChoice: defineRow({
    key: 'meeting_id_choice_<user>',
    version: 1,
    holds: recordOf(meetingIdChoiceSchema),
    stops: 'this person’s choice of a meeting ID, for whom the default applies',
  }),
  channelPolicy: defineRow({
    key: 'channel_policy_<channel>',
    version: 1,
    holds: recordOf(channelPolicySchema),
    stops: 'what was decided about starts in this channel',
  }),
  /** How far the rows of the official plugin have been looked through: for people's consents, or for choices. */
  sweep: defineRow({
    key: 'sweep_<what>',
    version: 1,
    holds: recordOf(sweepSchema),
    stops: 'taking over what the official plugin left, but for what somebody needs',
  }),
} as const;
