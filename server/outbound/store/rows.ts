import * as z from 'zod';
import {cardSchema} from '../../core/domain/card.js';
import {intentSchema} from '../../core/domain/intent.js';
import {deadJobSchema, jobSchema} from '../../core/domain/job.js';
import {streamPassSchema} from '../../core/domain/stream-pass.js';
import {CONSENT_ROWS} from './consent-rows.js';
import {CHUNK_DAYS, chunkSchema, feedHeadSchema} from './event-chunks.js';
import {listOf} from './list-format.js';
import {recordOf} from './record-format.js';
import {defineRow} from './row-kind.js';
import {textsByName} from './texts-format.js';
import {webhookActivitySchema} from './webhook-activity-record.js';
import {webhookSecretsSchema} from './webhook-secrets-schema.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How long a code can be typed, a connected browser acts for its person, and Mattermost takes answers to a command. */
export const CODE_SECONDS = 5 * MINUTE;
export const TOKEN_SECONDS = 90 * DAY;
export const ANSWER_SECONDS = 30 * MINUTE;

const turnsSchema = z.object({next: z.number()});

const spentSchema = z.object({second: z.number().optional(), day: z.number().optional()});

/** Times: ms since the epoch. `spent`: by class, when each share would be as good as new. */
const zoomBudgetSchema = z.object({
  spent: z.object({
    light: spentSchema.optional(),
    medium: spentSchema.optional(),
    heavy: spentSchema.optional(),
    'resource-intensive': spentSchema.optional(),
  }),
  paidUntil: z.number().optional(),
});

/** Of jobs: the first row that may hold some, and earlier rows whose jobs this or another version could not read. */
const cursorSchema = z.object({bucket: z.number(), left: z.array(z.number()).readonly().optional()});

const pairingSchema = z.object({
  secretHash: z.string(),
  openedAt: z.number(),
  /** Who typed the code. */
  userId: z.string().optional(),
  claimed: z.literal(true).optional(),
});

/** `ended`: with its person's account; not forgotten, so that its person hears why. */
const browserSchema = z.object({hash: z.string(), since: z.number(), ended: z.literal(true).optional()});

const botAccountSchema = z.object({id: z.string(), username: z.string(), isAdmin: z.boolean()});

const commandTokensSchema = z.object({token: z.string(), since: z.number(), former: z.string().optional()});

/** `path`: below the Site URL; `at`: ms since the epoch. */
const commandAnswerSchema = z.object({path: z.string(), at: z.number()});

/** `id`: of a card. Up to version 3.5.0 there was nothing to find it by. */
const openCardSchema = z.object({
  id: z.string(),
  openedAt: z.number(),
  number: z.string().optional(),
  channelId: z.string().optional(),
  hostUserId: z.string().optional(),
});

/** `until`: ms since the epoch; 0: it was given back. */
const leaseSchema = z.object({by: z.string(), until: z.number()});

/**
 * `request`: a digest of what was asked for; `sealed`: its answer; with neither that nor `isUnfinished` it is carried
 * out now, or its process has died. `at`: ms since the epoch.
 */
const keyedRequestSchema = z.object({
  request: z.string(),
  at: z.number(),
  sealed: z.string().optional(),
  isUnfinished: z.literal(true).optional(),
});

const usedTicketSchema = z.object({at: z.number()});

/** Of a person's stream URLs: what they are found by. */
const streamRefSchema = z.object({digest: z.string(), id: z.string(), expiresAt: z.number()});

export type StoredZoomBudget = z.infer<typeof zoomBudgetSchema>;
export type StoredStreamRef = z.infer<typeof streamRefSchema>;
export type StoredOpenCard = z.infer<typeof openCardSchema>;
export type StoredKeyedRequest = z.infer<typeof keyedRequestSchema>;
export type StoredCursor = z.infer<typeof cursorSchema>;
export type StoredBrowser = z.infer<typeof browserSchema>;
export type StoredPairing = z.infer<typeof pairingSchema>;
export type StoredCommandAnswer = z.infer<typeof commandAnswerSchema>;
export type StoredCommandTokens = z.infer<typeof commandTokensSchema>;

/**
 * Everything that is stored, on either host. A change that an older version could not cope with is a new field. What
 * the older version must not even read gets a form that it cannot read, so that it leaves it alone.
 */
export const ROWS = {
  /**
   * The cards of a number, whatever their kind (the key is older than the kinds); found by a webhook without a scan.
   * Zoom forgets a number 30 days after its last use; recordings come within days.
   */
  cards: defineRow({
    key: 'meeting_<number>',
    version: 1,
    holds: listOf(cardSchema),
    keptSeconds: 90 * DAY,
    stops: 'a card that cannot be read no longer follows its meeting, and gives its host no link',
  }),
  openCards: defineRow({
    key: 'cards_open',
    version: 1,
    holds: listOf(openCardSchema),
    stops: 'nothing, but nobody knows how many cards are open, and `/zoom live` shows new ones alone',
  }),
  /** By hash of the channel, in a few fixed rows: all of them are found again without a scan. */
  intents: defineRow({
    key: 'intents_<0 to 7>',
    version: 1,
    holds: listOf(intentSchema),
    stops: 'starts in some of the channels, and the recovery of interrupted ones there',
  }),
  jobs: defineRow({
    key: 'jobs_<half minute>',
    version: 1,
    holds: listOf(jobSchema),
    // Nothing is put off for longer than a few hours. A store that was idle for a week no longer needs them.
    keptSeconds: 8 * DAY,
    stops: 'work that was put off until then: late updates of cards, questions whether meetings have ended',
  }),
  jobCursor: defineRow({
    key: 'jobs_cursor',
    version: 1,
    holds: recordOf(cursorSchema),
    stops: 'nothing, but work that was put off is looked for among that of the last day',
  }),
  deadJobs: defineRow({
    key: 'jobs_dead',
    version: 1,
    holds: listOf(deadJobSchema),
    stops: 'giving up work that keeps failing',
  }),
  webhookActivity: defineRow({
    key: 'webhook_activity',
    version: 1,
    holds: recordOf(webhookActivitySchema),
    stops: 'what the test of the set-up says of webhooks',
  }),
  webhookSecrets: defineRow({
    key: 'webhook_secrets',
    version: 1,
    holds: recordOf(webhookSecretsSchema),
    stops: 'the plugin or the service: without the secret nobody knows the webhook address',
  }),
  zoomTurns: defineRow({
    key: 'zoom_turns',
    version: 1,
    holds: recordOf(turnsSchema),
    stops: 'questions to Zoom whether meetings have ended',
  }),
  /** By digest of an account of Zoom's. */
  zoomBudget: defineRow({
    key: 'zoom_budget_<digest>',
    version: 1,
    holds: recordOf(zoomBudgetSchema),
    // What a day allows has grown back by then.
    keptSeconds: 8 * DAY,
    stops: 'nothing, but calls of the API may use up what Zoom allows for starting meetings',
  }),
  pairing: defineRow({
    key: 'pairing_<code>',
    version: 1,
    holds: recordOf(pairingSchema),
    keptSeconds: CODE_SECONDS,
    stops: 'connecting the browser that shows this code',
    isSecret: true,
  }),
  browsers: defineRow({
    key: 'browsers_<user>',
    version: 1,
    holds: listOf(browserSchema),
    keptSeconds: TOKEN_SECONDS,
    stops: 'the connected browsers of this person',
  }),
  preferences: defineRow({
    key: 'preferences_<user>',
    version: 1,
    holds: textsByName,
    stops: 'the choices of this person, for whom the defaults apply',
  }),
  generatedSettings: defineRow({
    key: 'generated_settings',
    version: 1,
    holds: textsByName,
    stops: 'the start of the service',
  }),
  botAccount: defineRow({
    key: 'bot_account',
    version: 1,
    holds: recordOf(botAccountSchema),
    stops: 'a start of the service while Mattermost does not let the bot in',
  }),
  commandTokens: defineRow({
    key: 'command_<team>',
    version: 1,
    holds: recordOf(commandTokensSchema),
    stops: 'the monthly change of the token of the team’s command',
  }),
  lease: defineRow({
    key: 'lease_<what>',
    version: 1,
    holds: recordOf(leaseSchema),
    // Longer than it counts.
    keptSeconds: 5 * MINUTE,
    stops:
      'what only one node may do at a time: repairing the command of this team, refreshing these tokens, connecting this Zoom user',
  }),
  commandAnswer: defineRow({
    key: 'answer_<channel>_<user>_<thread>',
    version: 1,
    holds: recordOf(commandAnswerSchema),
    keptSeconds: ANSWER_SECONDS,
    stops: 'private answers to this person in this thread, until they type a command there again',
  }),
  feedHead: defineRow({
    key: 'event_feed',
    version: 1,
    holds: recordOf(feedHeadSchema),
    stops: 'events for other systems: Zoom sends them again, and nobody can read any',
  }),
  /** Numbers follow each other, so that no scan is needed. */
  eventChunk: defineRow({
    key: 'events_<number>',
    version: 1,
    holds: recordOf(chunkSchema),
    keptSeconds: CHUNK_DAYS * DAY,
    stops: 'reading these events, which other systems miss',
  }),
  ...CONSENT_ROWS,
  /** Of the API: by digest of its person and of the key that they gave it. */
  keyedRequest: defineRow({
    key: 'request_<digest>',
    version: 1,
    holds: recordOf(keyedRequestSchema),
    keptSeconds: DAY,
    stops: 'the one request of the API that has this key',
  }),
  /** By digest of its token. */
  streamPass: defineRow({
    key: 'stream_<digest>',
    version: 1,
    holds: recordOf(streamPassSchema),
    // Or shorter: until a month after it expires.
    keptSeconds: 430 * DAY,
    stops: 'the one stream URL that it stands for',
  }),
  streamsOf: defineRow({
    key: 'streams_<user>',
    version: 1,
    holds: listOf(streamRefSchema),
    keptSeconds: 400 * DAY,
    stops: 'listing and revoking the stream URLs of this person, which go on working',
  }),
  usedTicket: defineRow({
    key: 'ticket_<digest>',
    version: 1,
    holds: recordOf(usedTicketSchema),
    // Or shorter: as long as the ticket itself is good.
    keptSeconds: 2 * 60 * MINUTE,
    stops: 'the one host link of which it tells whether it was used',
  }),
} as const;

/** The post of a running meeting of the official plugin, whose rows outlive it: a bare id, which we only read. */
export const OFFICIAL_POST = {key: 'post_meeting_<uuid>'} as const;
