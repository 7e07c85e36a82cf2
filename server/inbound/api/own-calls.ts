import * as z from 'zod';
import type {MeetingClosed} from '../../../contract/close-meeting.js';
import type {Imported, ImportPage} from '../../../contract/import.js';
import type {Invitation} from '../../../contract/invitation.js';
import type {BrowserLinkAnswer, StreamUrlAnswer} from '../../../contract/join-page.js';
import type {MeetingStarted} from '../../../contract/meetings.js';
import {API} from '../../../contract/routes.js';
import type {StartLinkAnswer} from '../../../contract/start-links.js';
import {importBodySchema, importQuerySchema} from '../http/import-handlers.js';
import {namedCardSchema} from '../http/named-card.js';
import {startBodySchema} from '../http/start-meeting-handler.js';
import type {DescribedCall} from './described-call.js';

const closed = z.object({
  message: z.exactOptional(z.string()).describe('Where there is more to say than the card shows.'),
}) satisfies z.ZodType<MeetingClosed>;

const started = z.object({
  meeting_url: z.string(),
  post_id: z.string(),
  card_id: z.exactOptional(z.string()),
  meeting_id: z.exactOptional(z.string()),
  notice: z.exactOptional(z.string()),
}) satisfies z.ZodType<MeetingStarted>;

const importPage = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['meeting', 'webinar']),
      number: z.string(),
      topic: z.string(),
      starts_at: z.exactOptional(z.number()).describe('Milliseconds since 1970.'),
      minutes: z.exactOptional(z.number()),
      is_series: z.exactOptional(z.literal(true)),
      obstacle: z.exactOptional(z.literal('sign-in')),
      overlaps: z.exactOptional(z.literal(true)),
    }),
  ),
  next: z.exactOptional(z.string()),
}) satisfies z.ZodType<ImportPage>;

type Given = Pick<DescribedCall, 'name' | 'method' | 'path' | 'summary' | 'problems'> &
  Partial<Pick<DescribedCall, 'description' | 'query' | 'body' | 'answer' | 'status'>>;

const card = (given: Given): DescribedCall => ({
  description: 'As whoever asks.',
  group: 'Cards',
  params: {},
  query: {},
  body: undefined,
  answer: undefined,
  isCreation: false,
  status: 200,
  ...given,
});

/** What a start needs, whether of a new meeting or of one that exists. */
const TO_START = [
  'no_access',
  'restricted',
  'not_connected',
  'large_channel',
  'archived',
  'not_in_zoom',
  'email_missing',
  'email_unconfirmed',
  'not_configured',
  'rate_limited',
  'zoom_refused',
  'zoom_unavailable',
  'chat_unavailable',
  'post_archived',
  'post_forbidden',
  'post_pending',
  'post_refused',
  'under_way',
] as const;
const TO_CLOSE = [
  'restricted',
  'no_access',
  'not_the_host',
  'not_connected',
  'ended',
  'rate_limited',
] as const;
const OF_ZOOM = ['zoom_refused', 'zoom_unavailable'] as const;

/** What people do with meetings here; the same that the web app asks for. */
export const ownCalls: readonly DescribedCall[] = [
  card({
    name: 'startMeetingHere',
    method: 'POST',
    path: API.meetings,
    summary: 'Starts a meeting in a channel, whose card follows it.',
    query: {force: z.string().max(16).optional().describe('Anything: although another meeting is on there.')},
    body: startBodySchema,
    answer: started,
    problems: [...TO_START, 'meeting_exists', 'which_meeting_id'],
  }),
  card({
    name: 'getStartLink',
    method: 'POST',
    path: API.startLinks,
    summary: 'The link by which the host of a card signs in to the meeting. It is for them alone.',
    body: namedCardSchema,
    answer: z.object({start_url: z.string()}) satisfies z.ZodType<StartLinkAnswer>,
    problems: [...TO_CLOSE, ...OF_ZOOM],
  }),
  card({
    name: 'endMeetingOfCard',
    method: 'POST',
    path: API.endMeeting,
    summary:
      'Ends the meeting of a card for everybody in it: for its host, and administrators of its channel.',
    body: namedCardSchema,
    answer: closed,
    problems: [...TO_CLOSE, 'has_not_begun', ...OF_ZOOM],
  }),
  card({
    name: 'cancelMeetingOfCard',
    method: 'POST',
    path: API.cancelMeeting,
    summary: 'Takes back the meeting of a card that nobody has come to: for its host.',
    body: namedCardSchema,
    answer: closed,
    problems: [...TO_CLOSE, 'has_begun', ...OF_ZOOM],
  }),
  card({
    name: 'listImportable',
    method: 'GET',
    path: API.import,
    summary: 'What one hosts in Zoom that can become a card, a page at a time.',
    query: importQuerySchema.shape,
    answer: importPage,
    problems: [...TO_START, 'zoom_rejected', 'cursor_expired'],
  }),
  card({
    name: 'importMeeting',
    method: 'POST',
    path: API.import,
    summary: 'Makes a card of a meeting or webinar that one hosts.',
    body: importBodySchema,
    answer: z.object({post_id: z.string(), card_id: z.string()}) satisfies z.ZodType<Imported>,
    problems: [
      ...TO_START,
      'card_exists',
      'zoom_rejected',
      'bad_picture',
      'meeting_gone',
      'not_the_host',
      'unsupported_meeting',
      'ended',
    ],
  }),
  card({
    name: 'getInvitationOfCard',
    method: 'POST',
    path: API.invitations,
    summary: 'Zoom’s own invitation to the meeting of a card, passcode included: for its host.',
    body: namedCardSchema,
    answer: z.object({text: z.string()}) satisfies z.ZodType<Invitation>,
    problems: [...TO_START, 'meeting_gone', 'not_the_host', 'unsupported_meeting', 'ended'],
  }),
  card({
    name: 'getBrowserLinkOfCard',
    method: 'POST',
    path: API.joinLinks,
    summary:
      'A way to join the meeting of a card in the browser: for a member of its channel, and for them alone.',
    body: namedCardSchema,
    answer: z.object({url: z.string()}) satisfies z.ZodType<BrowserLinkAnswer>,
    problems: ['no_access', 'switched_off', 'registration_first', 'ended', 'chat_unavailable'],
  }),
  card({
    name: 'makeStreamUrlOfCard',
    method: 'POST',
    path: API.streamUrls,
    summary: 'Makes a stream URL of the meeting of a card, and shows it to whoever asks, in Mattermost.',
    description: 'As whoever asks: its host or, where an administrator allows it, an administrator.',
    body: namedCardSchema,
    answer: z.object({
      message: z.string().describe('Where in Mattermost it stands.'),
    }) satisfies z.ZodType<StreamUrlAnswer>,
    status: 202,
    problems: [
      ...TO_START,
      'meeting_gone',
      'not_the_host',
      'unsupported_meeting',
      'ended',
      'switched_off',
      'registration_first',
      'other_account',
    ],
  }),
];
