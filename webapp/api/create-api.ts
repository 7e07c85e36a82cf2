import type {AdminSetup, Check, WebhookSecretAnswer, WebhookSecretRequest} from '../../contract/admin.js';
import type {CloseMeetingRequest} from '../../contract/close-meeting.js';
import type {ClientInfo} from '../../contract/client-info.js';
import type {ImportPage, ImportQuery, ImportRequest} from '../../contract/import.js';
import type {InvitationRequest} from '../../contract/invitation.js';
import type {BrowserLinkRequest, StreamUrlRequest} from '../../contract/join-page.js';
import type {StartMeetingRequest} from '../../contract/meetings.js';
import {API, ROUTES_PATH} from '../../contract/routes.js';
import type {StartLinkRequest} from '../../contract/start-links.js';
import type {
  Asked,
  CardIds,
  ImportAnswer,
  NotDone,
  StartAnswer,
  StartedCard,
  StartQuestion,
} from './answers.js';
import type {FetchedCatalogue, FetchedFolder} from '../text/fetched-texts.js';
import {
  isAdminSetup,
  isCardHere,
  isBrowserLink,
  isClientInfo,
  isImported,
  isImportPage,
  isInvitation,
  isLargeChannel,
  isMeetingClosed,
  isMeetingInTheWay,
  isMeetingStarted,
  isProblem,
  isSetupTest,
  isStartLink,
  isStreamUrl,
  isWebhookSecret,
  isWhichId,
  isWithCard,
  isWithoutCard,
} from './answer-shapes.js';
import type {Answer, Request} from './create-request.js';
import {hasShape, type Is, isFlag, isMaybe, isText} from './has-shape.js';

/** What the starter has been asked, and has answered. */
export interface StartWishes {
  /** Even if there is a meeting already. */
  force?: true;
  /** Absent: as they have chosen for all meetings. */
  meetingId?: NonNullable<StartMeetingRequest['meeting_id']>;
  /** However many people will read it. */
  largeChannel?: true;
}

/** Where a meeting is to be started. */
export interface StartBody extends StartWishes {
  channelId: string;
  rootId: string;
  topic: string;
}

/** What the script asks servers: this plugin's, and Mattermost's own REST. No call rejects. */
export interface Api {
  client: () => Promise<Asked<ClientInfo>>;
  startMeeting: (start: StartBody) => Promise<StartAnswer>;
  /** Signs in as the host of the card's meeting. */
  startLink: (card: CardIds) => Promise<Asked<string>>;
  /** The reader's own way to the join page. */
  browserLink: (card: CardIds) => Promise<Asked<string>>;
  /** A stream URL, which the server shows in Mattermost; the answer is a sentence that says where. */
  streamUrl: (card: CardIds) => Promise<Asked<string>>;
  /** The answer is a sentence, if there is more to say than the card shows. */
  closeMeeting: (how: 'end' | 'cancel', card: CardIds) => Promise<Asked<string | undefined>>;
  /** What the person hosts in Zoom, page by page. */
  importable: (query: ImportQuery) => Promise<Asked<ImportPage>>;
  /** One of it becomes a card. */
  importOne: (wanted: ImportRequest) => Promise<ImportAnswer>;
  /** Zoom's own invitation to the meeting of a card, for its host. */
  invitation: (card: CardIds) => Promise<Asked<string>>;
  /** What a part of the script says in a language such as `de`. */
  texts: <Folder extends FetchedFolder>(
    folder: Folder,
    language: string,
  ) => Promise<Asked<FetchedCatalogue<Folder>>>;
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
const FILES = `${ROUTES_PATH}/public`;
const MATTERMOST = '/api/v4';

/** The calls, on top of {@link Request}. */
export const createApi = (request: Request): Api => ({
  client: async () => read(await request('GET', `${ROUTES_PATH}${API.client}`), isClientInfo, (body) => body),
  async startMeeting({channelId, rootId, topic, force, meetingId, largeChannel}) {
    const body: StartMeetingRequest = {
      channel_id: channelId,
      root_id: rootId,
      topic,
      ...(meetingId && {meeting_id: meetingId}),
      ...(largeChannel && {large_channel: largeChannel}),
    };
    const answer = await request('POST', `${ROUTES_PATH}${API.meetings}${force ? '?force=true' : ''}`, body);
    const question = answer.status === 409 ? questionIn(answer.body) : undefined;
    if (question !== undefined) return {kind: 'asks', question};
    if (answer.status !== 200 || !isMeetingStarted(answer.body)) return notDone(answer);
    const {meeting_url: meetingUrl, notice} = answer.body;
    return {kind: 'started', meetingUrl, card: cardOf(answer.body), notice};
  },
  startLink: async (card) =>
    read(await ofCard(request, API.startLinks, card), isStartLink, (body) => body.start_url),
  browserLink: async (card) =>
    read(await ofCard(request, API.joinLinks, card), isBrowserLink, ({url}) => url),
  streamUrl: async (card) =>
    read(await ofCard(request, API.streamUrls, card), isStreamUrl, ({message}) => message),
  closeMeeting: async (how, card) =>
    read(
      await ofCard(request, how === 'end' ? API.endMeeting : API.cancelMeeting, card),
      isMeetingClosed,
      ({message}) => message,
    ),
  importable: async (query) =>
    read(
      await request('GET', `${ROUTES_PATH}${API.import}?${new URLSearchParams(given(query)).toString()}`),
      isImportPage,
      (body) => body,
    ),
  async importOne(wanted) {
    const answer = await request('POST', `${ROUTES_PATH}${API.import}`, wanted);
    const {status, body} = answer;
    if (status === 200 && isImported(body)) return {kind: 'imported', postId: body.post_id};
    if (status === 409 && isLargeChannel(body)) return {kind: 'asks', members: body.members};
    if (status === 409 && isCardHere(body)) {
      return {kind: 'here', message: body.message, postId: body.post_id};
    }
    return notDone(answer);
  },
  invitation: async (card) =>
    read(await ofCard(request, API.invitations, card), isInvitation, ({text}) => text),
  texts: async <Folder extends FetchedFolder>(folder: Folder, language: string) =>
    read(
      await request('GET', `${FILES}/${folder}-texts/${language}.json`),
      isCatalogueOf<Folder>,
      (body) => body,
    ),
  adminSetup: async () =>
    read(await request('GET', `${ROUTES_PATH}${API.adminSetup}`), isAdminSetup, (body) => body),
  adminTest: async (settings) =>
    read(
      await request('POST', `${ROUTES_PATH}${API.adminTest}`, {settings}),
      isSetupTest,
      ({checks}) => checks,
    ),
  webhookSecret: async (question) =>
    read(
      await request('POST', `${ROUTES_PATH}${API.adminWebhookSecret}`, question),
      isWebhookSecret,
      (body) => body,
    ),
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

function read<Shape, T>({status, body}: Answer, is: Is<Shape>, map: (body: Shape) => T): Asked<T> {
  const isDone = status >= 200 && status < 300;
  return isDone && is(body) ? {kind: 'answer', value: map(body)} : notDone({status, body});
}

/** What everything takes that is asked about a card. */
type CardRequest = StartLinkRequest &
  CloseMeetingRequest &
  InvitationRequest &
  BrowserLinkRequest &
  StreamUrlRequest;

function ofCard(request: Request, path: string, {cardId, meetingId}: CardIds): Promise<Answer> {
  const body: CardRequest = {card_id: cardId, meeting_id: meetingId};
  return request('POST', `${ROUTES_PATH}${path}`, body);
}

function notDone({status, body}: Answer): NotDone {
  if (!isProblem(body)) return {kind: 'failed', status};
  const {code, message} = body;
  return {kind: 'refused', code, message, ...(isWithoutCard(body) ? {meetingUrl: body.meeting_url} : {})};
}

function questionIn(body: Answer['body']): StartQuestion | undefined {
  const {meeting} = body;
  if (isMeetingInTheWay(meeting)) return {kind: 'exists', meeting};
  if (isWhichId(body)) return {kind: 'which-id'};
  return isLargeChannel(body) ? {kind: 'large-channel', members: body.members} : undefined;
}

const cardOf = (body: unknown): StartedCard | undefined =>
  isWithCard(body) ? {postId: body.post_id, cardId: body.card_id, meetingId: body.meeting_id} : undefined;

/** A file of another kind, such as a proxy's page, has no texts. */
const isCatalogueOf = <Folder extends FetchedFolder>(body: unknown): body is FetchedCatalogue<Folder> =>
  Object.entries(body as object).every(([key, text]) => key.startsWith('zoom.') && isText(text)) &&
  Object.keys(body as object).length > 0;

const given = ({kind, when, page}: ImportQuery): Record<string, string> => ({
  kind,
  when,
  ...(page === undefined ? {} : {page}),
});

/** Of Mattermost's own REST: {@link https://developers.mattermost.com/api-documentation/}. */
const hasId = hasShape<{id: string}>({id: isText});
const isPost = hasShape<{id: string; channel_id: string; root_id?: string | undefined}>({
  id: isText,
  channel_id: isText,
  root_id: isMaybe(isText),
});
const isUser = hasShape<{username: string; is_bot?: boolean | undefined}>({
  username: isText,
  is_bot: isMaybe(isFlag),
});
