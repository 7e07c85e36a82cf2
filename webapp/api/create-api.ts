import type {
  AdminSetup,
  Check,
  SetupTestAnswer,
  WebhookSecretAnswer,
  WebhookSecretRequest,
} from '../../contract/admin.js';
import type {ClientInfo} from '../../contract/client-info.js';
import type {MeetingInTheWay, MeetingStarted, StartMeetingRequest} from '../../contract/meetings.js';
import {API, ROUTES} from '../../contract/routes.js';
import type {StartLinkRequest} from '../../contract/start-links.js';
import type {Asked, NotDone, StartAnswer, StartedCard, StartLinkAnswer} from './answers.js';
import type {AdminCatalogue} from '../text/use-admin-text.js';
import type {Answer, Request} from './create-request.js';

/** Where a meeting is to be started. */
export interface StartBody {
  channelId: string;
  rootId: string;
  topic: string;
  /** Even if there is a meeting already. */
  force: boolean;
}

/** What the script asks servers: this plugin's, and Mattermost's own REST. No call rejects. */
export interface Api {
  client: () => Promise<Asked<ClientInfo>>;
  startMeeting: (start: StartBody) => Promise<StartAnswer>;
  startLink: (cardId: string, meetingId: string) => Promise<StartLinkAnswer>;
  /** What the set-up page says in a language such as `de`. */
  adminTexts: (language: string) => Promise<Asked<AdminCatalogue>>;
  adminSetup: () => Promise<Asked<AdminSetup>>;
  /** Values as typed, saved or not. */
  adminTest: (settings: Readonly<Record<string, unknown>>) => Promise<Asked<readonly Check[]>>;
  /** Says why a secret that is about to be saved changes. Without `because`: asks whether there is such a question. */
  webhookSecret: (question: WebhookSecretRequest) => Promise<Asked<WebhookSecretAnswer>>;
  /** The id of the direct channel of these two people. */
  directChannel: (userId: string, otherId: string) => Promise<Asked<string>>;
  post: (postId: string) => Promise<Asked<{channelId: string; rootId: string}>>;
  author: (userId: string) => Promise<Asked<{username: string; is_bot: boolean}>>;
  /** The person has seen the channel. If this fails, nothing is lost but a badge that stays. */
  markViewed: (channelId: string) => Promise<unknown>;
}

/** Files that Mattermost serves from the plugin's folder. */
const FILES = `${ROUTES}/public`;
const MATTERMOST = '/api/v4';

/** The calls, on top of {@link Request}. */
export const createApi = (request: Request): Api => ({
  client: async () => read(await request('GET', `${ROUTES}${API.client}`), isClientInfo, (body) => body),
  async startMeeting({channelId, rootId, topic, force}) {
    const body: StartMeetingRequest = {channel_id: channelId, root_id: rootId, topic};
    const answer = await request('POST', `${ROUTES}${API.meetings}${force ? '?force=true' : ''}`, body);
    const {meeting} = answer.body;
    if (answer.status === 409 && isMeeting(meeting)) return {kind: 'exists', meeting};
    return answer.status === 200 && isStarted(answer.body)
      ? {kind: 'started', meetingUrl: answer.body.meeting_url, card: cardOf(answer.body)}
      : notDone(answer);
  },
  async startLink(cardId, meetingId) {
    const body: StartLinkRequest = {card_id: cardId, meeting_id: meetingId};
    const answer = await request('POST', `${ROUTES}${API.startLinks}`, body);
    const url = answer.body['start_url'];
    return answer.status === 200 && typeof url === 'string' ? {kind: 'link', startUrl: url} : notDone(answer);
  },
  adminTexts: async (language) =>
    read(await request('GET', `${FILES}/admin-texts/${language}.json`), isAdminCatalogue, (body) => body),
  adminSetup: async () => read(await request('GET', `${ROUTES}${API.adminSetup}`), isSetup, (body) => body),
  adminTest: async (settings) =>
    read(await request('POST', `${ROUTES}${API.adminTest}`, {settings}), hasChecks, ({checks}) => checks),
  webhookSecret: async (question) =>
    read(await request('POST', `${ROUTES}${API.adminWebhookSecret}`, question), isRotation, (body) => body),
  directChannel: async (userId, otherId) =>
    read(await request('POST', `${MATTERMOST}/channels/direct`, [userId, otherId]), hasId, ({id}) => id),
  post: async (postId) =>
    read(await request('GET', `${MATTERMOST}/posts/${postId}`), isPost, (post) => ({
      channelId: post.channel_id,
      rootId: post.root_id || post.id,
    })),
  author: async (userId) =>
    read(await request('GET', `${MATTERMOST}/users/${userId}`), isUser, ({username, is_bot}) => ({
      username,
      is_bot: is_bot === true,
    })),
  markViewed: (channelId) =>
    request('POST', `${MATTERMOST}/channels/members/me/view`, {channel_id: channelId}),
});

type Body = Readonly<Record<string, unknown>>;

function read<Shape, T>(
  answer: Answer,
  is: (body: Body) => body is Body & Shape,
  map: (body: Shape) => T,
): Asked<T> {
  const {status, body} = answer;
  return status >= 200 && status < 300 && is(body) ? {kind: 'answer', value: map(body)} : notDone(answer);
}

function notDone({status, body}: Answer): NotDone {
  const {code, message, meeting_url: url} = body;
  if (typeof message !== 'string' || message === '' || typeof code !== 'string')
    return {kind: 'failed', status};
  return {
    kind: 'refused',
    code,
    message,
    ...(typeof url === 'string' && url !== '' ? {meetingUrl: url} : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isClientInfo = (body: Body): body is Body & ClientInfo => {
  const hosts = body['link_hosts'] as Body | undefined;
  return (
    typeof body['configured'] === 'boolean' &&
    typeof body['is_admin'] === 'boolean' &&
    isText(body['settings_path']) &&
    isList(hosts?.['domains']) &&
    isList(hosts?.['insecure'])
  );
};

const isMeeting = (value: unknown): value is MeetingInTheWay => {
  const meeting = (value ?? {}) as Body;
  return (
    ['meeting_url', 'topic', 'host_name', 'provider'].every((name) => isText(meeting[name])) &&
    typeof meeting['opened_at'] === 'number'
  );
};

const isAdminCatalogue = (body: Body): body is Body & AdminCatalogue =>
  isText(body['zoom.admin.mode']) && Object.values(body).every(isText);
const isSetup = (body: Body): body is Body & AdminSetup =>
  isText(body['webhook_url']) && isList(body['modes']) && isList(body['missing']);
const isRotation = (body: Body): body is Body & WebhookSecretAnswer =>
  body['until'] === undefined || typeof body['until'] === 'number';
const hasChecks = (body: Body): body is Body & SetupTestAnswer => isList(body['checks']);
const isStarted = (body: Body): body is Body & Pick<MeetingStarted, 'meeting_url'> =>
  isText(body['meeting_url']) && body['meeting_url'] !== '';
const cardOf = ({post_id: postId, card_id: cardId, meeting_id: meetingId}: Body): StartedCard | undefined =>
  isText(postId) && postId !== '' && isText(cardId) && isText(meetingId)
    ? {postId, cardId, meetingId}
    : undefined;
const hasId = (body: Body): body is Body & {id: string} => isText(body['id']);
const isPost = (body: Body): body is Body & {id: string; channel_id: string; root_id?: string} =>
  isText(body['id']) && isText(body['channel_id']);
const isUser = (body: Body): body is Body & {username: string; is_bot?: boolean} => isText(body['username']);
