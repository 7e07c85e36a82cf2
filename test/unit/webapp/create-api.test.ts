import {describe, expect, it} from '@jest/globals';
import type {AdminSetup, SetupTestAnswer, WebhookSecretAnswer} from '../../../contract/admin.js';
import type {MeetingClosed} from '../../../contract/close-meeting.js';
import type {ClientInfo} from '../../../contract/client-info.js';
import type {Imported, ImportPage, ImportRequest} from '../../../contract/import.js';
import type {Invitation} from '../../../contract/invitation.js';
import type {BrowserLinkAnswer, StreamUrlAnswer} from '../../../contract/join-page.js';
import type {MeetingInTheWay, MeetingStarted} from '../../../contract/meetings.js';
import type {StartLinkAnswer} from '../../../contract/start-links.js';
import {type Api, createApi} from '../../../webapp/api/create-api.js';

const apiThatAnswers = (body: unknown, status = 200): Api =>
  createApi(async () => ({status, body: body as Record<string, unknown>}));

const wanted: ImportRequest = {channel_id: 'c', root_id: '', kind: 'meeting', number: '1'};
const start = {channelId: 'c', rootId: '', topic: ''};
const none = {count: 0};

/** What is asked, and a whole answer to it. */
const ANSWERS = {
  client: [
    (api) => api.client(),
    {
      configured: true,
      is_admin: false,
      settings_path: '/x',
      link_hosts: {domains: ['zoom.us'], insecure: []},
      join_page: {origin: 'https://join.example.org', is_on_cards: true, admins_may_share: false},
    } satisfies ClientInfo,
  ],
  start: [
    (api) => api.startMeeting(start),
    {meeting_url: 'https://zoom.us/j/1', notice: 'It has another ID.'} satisfies Partial<MeetingStarted>,
  ],
  end: [
    (api) => api.closeMeeting('end', {cardId: 'a', meetingId: '1'}),
    {message: 'Done.'} satisfies MeetingClosed,
  ],
  startLink: [
    (api) => api.startLink({cardId: 'a', meetingId: '1'}),
    {start_url: 'https://zoom.us/s/1'} satisfies StartLinkAnswer,
  ],
  browserLink: [
    (api) => api.browserLink({cardId: 'a', meetingId: '1'}),
    {url: 'https://join.example.org/x'} satisfies BrowserLinkAnswer,
  ],
  streamUrl: [
    (api) => api.streamUrl({cardId: 'a', meetingId: '1'}),
    {message: 'It is in a direct message.'} satisfies StreamUrlAnswer,
  ],
  list: [
    (api) => api.importable({kind: 'meeting', when: 'upcoming'}),
    {
      items: [{kind: 'meeting', number: '1', topic: '', starts_at: 1, minutes: 1, is_series: true}],
      next: 'n1',
    } satisfies ImportPage,
  ],
  import: [(api) => api.importOne(wanted), {post_id: 'p'} satisfies Partial<Imported>],
  invitation: [
    (api) => api.invitation({cardId: 'a', meetingId: '1'}),
    {text: 'Ana invites you.'} satisfies Invitation,
  ],
  texts: [(api) => api.texts('panel', 'en'), {'zoom.panel.show': 'Show'}],
  setup: [
    (api) => api.adminSetup(),
    {
      webhook_url: '',
      site_url: '',
      mode: 'server_to_server',
      modes: [],
      missing: [],
      refused: {wrong_address: none, wrong_signature: none},
    } satisfies AdminSetup,
  ],
  test: [(api) => api.adminTest({}), {checks: []} satisfies SetupTestAnswer],
  secret: [
    (api) => api.webhookSecret({setting: 'WebhookSecret', value: 'x'}),
    {until: 1} satisfies WebhookSecretAnswer,
  ],
} as const satisfies Record<string, [(api: Api) => Promise<{kind: string}>, object]>;

const wrong = Object.entries(ANSWERS).flatMap(([name, [ask, whole]]) =>
  Object.keys(whole).map((field) => [name, field, ask, {...whole, [field]: {}}] as const),
);

describe('What the web app asks', () => {
  it.each(Object.entries(ANSWERS))('takes a whole answer (%s)', async (_name, [ask, whole]) => {
    expect((await ask(apiThatAnswers(whole))).kind).not.toBe('failed');
  });

  it.each(wrong)(
    'counts as not understood where %s has a %s of another kind',
    async (_name, _field, ask, body) => {
      expect(await ask(apiThatAnswers(body))).toEqual({kind: 'failed', status: 200});
    },
  );

  it('names the meeting that is in the way, or says no in the server’s words', async () => {
    const meeting: MeetingInTheWay = {
      meeting_url: '',
      topic: '',
      host_name: 'Ben',
      provider: 'Zoom',
      opened_at: 1,
      is_live: true,
    };
    const refusal = {code: 'meeting_exists', message: 'There is one.'};
    const found = apiThatAnswers({...refusal, meeting}, 409);
    expect(await found.startMeeting(start)).toEqual({kind: 'asks', question: {kind: 'exists', meeting}});
    const other = apiThatAnswers({...refusal, meeting: {...meeting, opened_at: 'now'}}, 409);
    expect(await other.startMeeting(start)).toEqual({kind: 'refused', ...refusal});
  });

  it('knows what the server asks back, and takes half a question for a refusal', async () => {
    const asks = async (code: string, more: object) =>
      apiThatAnswers({code, message: 'Say first.', ...more}, 409).startMeeting(start);
    expect(await asks('which_meeting_id', {})).toEqual({kind: 'asks', question: {kind: 'which-id'}});
    const large = {kind: 'large-channel', members: 1234};
    expect(await asks('large_channel', {members: 1234})).toEqual({kind: 'asks', question: large});
    expect(await asks('large_channel', {members: '1234'})).toMatchObject({kind: 'refused'});
  });

  it('tells apart what became of something that was to be a card', async () => {
    const answered = (body: object, status: number) => apiThatAnswers(body, status).importOne(wanted);
    const refusal = {code: 'large_channel', message: 'It is large.'};
    expect(await answered({...refusal, members: 9}, 409)).toEqual({kind: 'asks', members: 9});
    const here = {code: 'card_exists', message: 'It has a card.'};
    expect(await answered({...here, post_id: 'p'}, 409)).toEqual({
      kind: 'here',
      message: here.message,
      postId: 'p',
    });
    expect(await answered(here, 409)).toEqual({kind: 'here', message: here.message, postId: undefined});
    const gone = {code: 'meeting_gone', message: 'It is gone.'};
    expect(await answered(gone, 404)).toEqual({kind: 'refused', ...gone});
  });

  it('asks for pages by what the one before has named, whatever that is', async () => {
    const asked: string[] = [];
    const api = createApi((_method, path) => {
      asked.push(path);
      return Promise.resolve({status: 200, body: {items: []}});
    });
    await api.importable({kind: 'webinar', when: 'past', page: 'a&b=c d'});
    expect(asked).toEqual(['/plugins/zoom/api/v1/import?kind=webinar&when=past&page=a%26b%3Dc+d']);
  });

  it('gets the meeting of a start whose card could not be posted', async () => {
    const body = {code: 'post_pending', message: 'No card yet.', meeting_url: 'https://zoom.us/j/1'};
    expect(await apiThatAnswers(body, 503).startMeeting(start)).toEqual({
      kind: 'refused',
      code: 'post_pending',
      message: 'No card yet.',
      meetingUrl: 'https://zoom.us/j/1',
    });
  });
});
