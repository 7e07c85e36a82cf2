import type {AdminSetup} from '../../contract/admin.js';
import type {MeetingInTheWay} from '../../contract/meetings.js';
import {JOIN_URL, NOW} from './sample-scene.js';

/** Ana's meeting, which was opened in the channel and has not begun. */
export const EXISTING: MeetingInTheWay = {
  meeting_url: JOIN_URL,
  topic: 'Weekly planning',
  host_name: 'Ana',
  provider: 'Zoom',
  opened_at: NOW - 4 * 60_000,
  is_live: false,
};

/** What the set-up page is told of a server to which nothing has come yet. */
export const EMPTY_SETUP: AdminSetup = {
  webhook_url: '',
  site_url: 'https://chat.example.org',
  mode: 'server_to_server',
  modes: [],
  missing: [],
  refused: {wrong_address: {count: 0}, wrong_signature: {count: 0}},
};
