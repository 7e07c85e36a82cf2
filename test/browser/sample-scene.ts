import {THEMES} from '../../sandbox/page/themes.js';
import type {HostPost} from '../../webapp/mattermost/registry.js';
import type {Scene} from './page/scene.js';

const id = (letter: string): string => letter.repeat(26);

/** People and places of the test page. */
export const ANA = id('a');
export const BEN = id('b');
/** In the meetings only: the page does not know her. */
const CARLA = id('d');
export const BOT = id('z');
export const CHANNEL = id('c');
export const THREAD = id('t');

/** When the tests take place. */
export const NOW = Date.parse('2026-11-24T14:05:00Z');
const MINUTE = 60_000;
export const JOIN_URL = 'https://us02web.zoom.us/j/85512345678?pwd=c2VjcmV0';

/** What `GET /api/v1/client` answers unless a test says otherwise. */
export const CLIENT = {
  configured: true,
  is_admin: false,
  settings_path: '/admin_console/plugins/plugin_zoom',
  link_hosts: {domains: ['zoom.us', 'zoom.com', 'zoomgov.com'], insecure: [] as string[]},
};

/** A chat in which Ben reads what Ana started. */
export function sampleScene({
  reader = BEN,
  isChannelAdmin = false,
  locale = 'en',
  preferences = {'display_settings--use_military_time': 'true'},
  ...more
}: Partial<Scene> & {
  reader?: string;
  isChannelAdmin?: boolean;
  preferences?: Record<string, string>;
} = {}): Scene {
  const timezone = {useAutomaticTimezone: 'false', manualTimezone: 'Europe/Berlin', automaticTimezone: ''};
  const user = (own: string, username: string) => ({id: own, username, locale, timezone});
  return {
    locale,
    without: [],
    posts: [],
    compact: false,
    theme: THEMES.light,
    state: {
      entities: {
        general: {config: {SiteURL: 'http://localhost:8065'}},
        users: {
          currentUserId: reader,
          profiles: {
            [ANA]: user(ANA, 'ana'),
            [BEN]: user(BEN, 'ben'),
            [BOT]: {...user(BOT, 'zoom'), is_bot: true},
          },
        },
        posts: {posts: Object.fromEntries((more.posts ?? []).map((post) => [post.id, post]))},
        channels: {
          currentChannelId: CHANNEL,
          myMembers: {[CHANNEL]: {roles: `channel_user${isChannelAdmin ? ' channel_admin' : ''}`}},
        },
        teams: {currentTeamId: 'team'},
        preferences: {
          myPreferences: Object.fromEntries(
            Object.entries(preferences).map(([name, value]) => [name, {value}]),
          ),
        },
      },
      views: {threads: {selectedThreadIdInTeam: {team: THREAD}}},
    },
    ...more,
  };
}

type Ours = Record<string, unknown>;

/** States in which there is nothing left to join. */
const OVER: readonly unknown[] = ['ended', 'unknown', 'cancelled', 'expired'];

/** A post of the bot with a card that has these differences. */
export function cardPost(ours: Ours = {}, official: Ours = {}, post: Partial<HostPost> = {}): HostPost {
  const state = ours['state'] ?? 'live';
  return {
    id: id('p'),
    type: 'custom_zoom',
    user_id: BOT,
    channel_id: CHANNEL,
    root_id: '',
    message: `Ana started “Weekly planning”: [Join meeting](${JOIN_URL})`,
    create_at: NOW - 14 * MINUTE,
    ...post,
    props: {
      meeting_id: 85512345678,
      meeting_uuid: 'uuid==',
      meeting_link: JOIN_URL,
      meeting_status: OVER.includes(state) ? 'ENDED' : 'STARTED',
      meeting_personal: false,
      meeting_topic: 'Weekly planning',
      meeting_creator_username: 'ana',
      meeting_provider: 'Zoom',
      zoom_card: {
        version: 1,
        id: 'card1',
        state,
        host_user_id: ANA,
        host_name: 'Ana',
        ...(state === 'live' || state === 'ended' ? {started_at: NOW - 12 * MINUTE} : {}),
        ...(state === 'ended' ? {ended_at: NOW} : {}),
        ...ours,
      },
      ...official,
      ...post.props,
    },
  };
}

/** Every state of a card, one below the other. */
export const EVERY_STATE = [
  cardPost({state: 'waiting'}),
  cardPost(),
  cardPost({passcode: '123456'}, {meeting_link: 'https://zoom.us/j/85512345678'}),
  cardPost({state: 'ended'}),
].map((post, index) => ({...post, id: `${index}`.repeat(26)}));

/** The host, people of the company, and guests with names as people have them. */
export const PEOPLE = [
  {user_id: ANA, name: 'Ana Silva', is_host: true},
  {user_id: BEN, name: 'Ben Okafor'},
  {user_id: CARLA, name: 'Carla Mendes'},
  {name: 'Maria'},
  {name: 'راشد'},
  {name: ''},
  {name: '🦊 Fox'},
  {name: '**@all** <b>&amp;</b>'},
] as const;

/** A card in each state that people make, and in each that a card can end in. */
export const PEOPLE_STATES = [
  cardPost({state: 'waiting', people_count: 0, waiting_count: 2}),
  cardPost({people: [PEOPLE[3]], people_count: 1, waiting_count: 1, host_is_in: false}),
  cardPost({people: PEOPLE, people_count: 20, waiting_count: 1, host_is_in: true}),
  cardPost({state: 'ended', ended_at: NOW - MINUTE, people: PEOPLE.slice(0, 4), people_count: 4}),
  cardPost({state: 'cancelled'}),
  cardPost({state: 'expired'}, {meeting_personal: true}),
  cardPost({state: 'waiting'}, {meeting_personal: true}, {create_at: NOW}),
  cardPost({state: 'shared'}, {meeting_id: 0, meeting_link: 'https://example.zoom.us/my/ana'}),
].map((post, index) => ({...post, id: `${index}`.repeat(26)}));

/** Where people register for what needs it. */
export const REGISTER_URL = 'https://us02web.zoom.us/webinar/register/WN_abc123';

const HOUR = 60 * MINUTE;
/** Tomorrow at ten, in the reader's zone. */
export const TOMORROW = Date.parse('2026-11-25T09:00:00Z');

/** A series of Ana's, of which the next occurrence is tomorrow. */
export const SERIES = {
  kind: 'scheduled',
  plan: {
    starts_at: TOMORROW,
    next_at: TOMORROW + 7 * 24 * HOUR,
    minutes: 45,
    is_series: true,
    alternative_hosts: ['Ben Okafor', 'راشد'],
  },
  description: 'What we did, what comes next, who needs help.\nBring your numbers.',
};

/** A webinar of Ana's for which people register. */
export const WEBINAR = {
  kind: 'webinar',
  plan: {
    starts_at: NOW + 20 * MINUTE,
    minutes: 90,
    registration_url: REGISTER_URL,
    panelists: ['Carla Mendes', 'Maria', '**@all**'],
  },
};

const ofWebinar = {meeting_topic: 'All about the new release', meeting_id: 92333444555};

/** What is planned in Zoom, in each state. */
export const PLANNED_STATES = [
  cardPost({
    ...SERIES,
    state: 'waiting',
    description: `${SERIES.description}\n${'More to read. '.repeat(40)}`,
  }),
  cardPost({...WEBINAR, state: 'waiting'}, ofWebinar),
  cardPost({...SERIES, state: 'waiting', plan: {starts_at: NOW - 5 * MINUTE, minutes: 30}}),
  cardPost({kind: 'scheduled', plan: {is_series: true}, state: 'waiting', passcode: '123456'}),
  cardPost({...WEBINAR, people: PEOPLE, people_count: 214, host_is_in: true}, ofWebinar),
  cardPost({...SERIES, state: 'ended', ended_at: NOW - MINUTE}),
  cardPost({...WEBINAR, state: 'ended', started_at: undefined, ended_at: undefined}, ofWebinar),
  cardPost({...SERIES, state: 'cancelled'}),
  cardPost({...WEBINAR, state: 'expired'}, ofWebinar),
  cardPost({...WEBINAR, state: 'unknown'}, ofWebinar),
].map((post, index) => ({...post, id: `${index}`.repeat(26)}));

/** What Mattermost answers for the pictures of those whom it has one of. */
export const PICTURES = Object.fromEntries(
  [
    [ANA, '#b3446c'],
    [BEN, '#2f6f4f'],
  ].map(([user, picture]) => [`GET /api/v4/users/${user}/image`, () => ({picture: picture as string})]),
);
