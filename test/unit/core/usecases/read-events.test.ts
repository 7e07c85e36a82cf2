import {expect, it} from '@jest/globals';
import type {FeedEvent} from '../../../../contract/events.js';
import {createCleaning} from '../../../../server/core/domain/cleaning/create-cleaning.js';
import {parseJson} from '../../../../server/lib/parse-json.js';
import {createKeepEvent} from '../../../../server/core/usecases/keep-event.js';
import {createReadEvents} from '../../../../server/core/usecases/read-events.js';
import {createFakeChat} from '../../../support/fake-chat.js';
import {createManualClock} from '../../../support/manual-clock.js';
import {admin, ana, createPerson} from '../../../support/people.js';

const named = createPerson('automationbot', {username: 'automation-bot', isBot: true});
const other = createPerson('otherbot', {isBot: true});
const namesake = createPerson('secondbot', {username: 'second-bot'});
const off = createPerson('thirdbot', {username: 'third-bot', isBot: true, isDeactivated: true});
const former = createPerson('former', {isSystemAdmin: true, isDeactivated: true});

it.each([
  ['a system administrator', admin, 'page'],
  ['a bot that one has named', named, 'page'],
  ['anybody else', ana, 'not-a-reader'],
  ['another bot', other, 'not-a-reader'],
  ['a person with the name of such a bot', namesake, 'not-a-reader'],
  ['such a bot that is disabled', off, 'not-a-reader'],
  ['an administrator whose account is off', former, 'not-a-reader'],
])('A-32 %s is answered with events, or with none: %#', async (_who, user, kind) => {
  const chat = createFakeChat(createManualClock());
  chat.users.set(user.id, user);
  const readEvents = createReadEvents({
    chat,
    feed: {read: async () => ({events: [], next: 'next'})},
    readers: ['automation-bot', 'second-bot', 'third-bot'],
  });
  expect((await readEvents({userId: user.id, after: undefined, limit: 1})).kind).toBe(kind);
});

it('an event is kept if it is named, with what other systems may know of it, under one id for the same bytes', async () => {
  const kept: FeedEvent[] = [];
  const keepEvent = createKeepEvent({
    feed: {keep: async (event) => void kept.push(event)},
    named: ['user.created'],
    cleaning: createCleaning(parseJson),
    idOf: (bytes) => `id of ${bytes.length}`,
  });
  const body = {
    event: 'user.created',
    event_ts: 1_700_000_000_000,
    download_token: 'canary',
    payload: {
      account_id: 'a',
      operator: 'ana@example.org',
      object: {id: 'u', email: 'b@c.d', token: 'canary'},
    },
  };
  const heard = {body, bytes: Buffer.from('bytes'), receivedAt: 5, isLate: false};
  await keepEvent({...heard, event: 'user.created'});
  await keepEvent({...heard, event: 'user.deleted'});
  await keepEvent({...heard, event: 'user.created', body: {event_ts: 'x'}, isLate: true});
  expect(kept).toEqual([
    {
      id: 'id of 5',
      event: 'user.created',
      event_ts: 1_700_000_000_000,
      received_at: 5,
      payload: {account_id: 'a', operator: '…', object: {id: 'u'}},
    },
    {id: 'id of 5', event: 'user.created', received_at: 5, late: true},
  ]);
});
