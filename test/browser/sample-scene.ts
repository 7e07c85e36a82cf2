import {THEMES} from '../../sandbox/page/themes.js';
import type {HostPost} from '../../webapp/mattermost/registry.js';
import type {Scene} from './page/page.js';

const id = (letter: string): string => letter.repeat(26);

/** People and places of the test page. */
export const ANA = id('a');
export const BEN = id('b');
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
  locale = 'en',
  preferences = {'display_settings--use_military_time': 'true'},
  ...more
}: Partial<Scene> & {reader?: string; preferences?: Record<string, string>} = {}): Scene {
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
        channels: {currentChannelId: CHANNEL},
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
      meeting_status: state === 'ended' ? 'ENDED' : 'STARTED',
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
        ...(state === 'waiting' ? {} : {started_at: NOW - 12 * MINUTE}),
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
