import {mattermostId} from '../support/mattermost-id.js';
import {PLANNED_NUMBER} from '../support/plan-in-zoom.js';
import type {Answers} from './askers.js';

/** Each row of the table that lets people through for who they are: what they are answered then. */
export const SERVED: Readonly<
  Record<string, {query?: string; body?: object; people: string | Omit<Answers, 'nobody' | 'forger'>}>
> = {
  'GET /api/v1/client': {people: '200'},
  'GET /api/v1/openapi.json': {people: '200'},
  'GET /api/v1/docs': {people: '200'},
  'GET /api/v1/command-words': {people: '200'},
  'GET /api/v1/admin/setup': {people: '200'},
  'POST /api/v1/admin/test': {body: {settings: {}}, people: '200'},
  'POST /api/v1/admin/webhook-secret': {
    body: {setting: 'WebhookSecret', value: ''},
    people: '400 bad_request',
  },
  'POST /api/v1/meetings': {
    body: {channel_id: mattermostId('walked')},
    people: {
      guest: '403 restricted',
      stranger: '403 no_access',
      member: '200',
      channelAdmin: '409 meeting_exists',
      systemAdmin: '409 meeting_exists',
    },
  },
  'GET /api/v1/import': {
    people: {
      guest: '403 restricted',
      stranger: '200',
      member: '200',
      channelAdmin: '200',
      systemAdmin: '200',
    },
  },
  // There is a card of it already.
  'POST /api/v1/import': {
    body: {channel_id: mattermostId('walked'), kind: 'meeting', number: PLANNED_NUMBER},
    people: {
      guest: '403 restricted',
      stranger: '403 no_access',
      member: '409 card_exists',
      channelAdmin: '409 card_exists',
      systemAdmin: '409 card_exists',
    },
  },
  'POST /api/v1/start-links': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 not_the_host',
  },
  'POST /api/v1/invitations': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 not_the_host',
  },
  // There is no join page here.
  'POST /api/v1/join-links': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 switched_off',
  },
  'POST /api/v1/stream-urls': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 switched_off',
  },
  'POST /api/v1/meetings/end': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 not_the_host',
  },
  'POST /api/v1/meetings/cancel': {
    body: {card_id: '0'.repeat(32), meeting_id: '85512345678'},
    people: '403 not_the_host',
  },
  'POST /api/v1/zoom/raw': {
    body: {method: 'DELETE', path: '/users/somebody@example.net'},
    people: {
      guest: '403 restricted',
      stranger: '403 not_an_admin',
      member: '403 not_an_admin',
      channelAdmin: '403 not_an_admin',
      systemAdmin: '403 switched_off',
    },
  },
  'GET /api/v1/events': {
    people: {
      guest: '403 not_an_admin',
      stranger: '403 not_an_admin',
      member: '403 not_an_admin',
      channelAdmin: '403 not_an_admin',
      systemAdmin: '200',
    },
  },
  'GET /join-in-browser': {
    query: `card=${'0'.repeat(32)}&number=85512345678`,
    people: '404',
  },
  'GET /oauth2/connect': {
    people: {
      guest: '403',
      stranger: '303 Zoom',
      member: '303 Zoom',
      channelAdmin: '303 Zoom',
      systemAdmin: '303 Zoom',
    },
  },
};
