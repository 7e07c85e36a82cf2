import {beforeEach, describe, expect, it} from '@jest/globals';
import {createCleaning} from '../../../../server/core/domain/cleaning/create-cleaning.js';
import {parseJson} from '../../../../server/lib/parse-json.js';
import type {ConsentBy} from '../../../../server/core/domain/zoom-connection.js';
import type {AuditRecord} from '../../../../server/core/ports/audit.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createSendRaw, type RawOutcome, type RawWish} from '../../../../server/core/usecases/send-raw.js';
import {createFakeChat, type FakeChat} from '../../../support/fake-chat.js';
import {createFakeZoom, type FakeZoom} from '../../../support/fake-zoom.js';
import {createManualClock} from '../../../support/manual-clock.js';
import {admin, ana, createPerson} from '../../../support/people.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const bot = createPerson('robot', {isBot: true, isSystemAdmin: true});
const lesserBot = createPerson('helper', {isBot: true});
const guest = createPerson('guest', {isGuest: true});
const former = createPerson('former', {isSystemAdmin: true, isDeactivated: true});

describe('a request that is sent to Zoom as it is', () => {
  let chat: FakeChat;
  let zoom: FakeZoom;
  let audits: AuditRecord[];
  beforeEach(() => {
    chat = createFakeChat(createManualClock());
    zoom = createFakeZoom();
    audits = [];
    for (const person of [admin, ana, bot, lesserBot, guest, former]) chat.users.set(person.id, person);
  });

  const send = (
    wish: Partial<RawWish & {userId: string}>,
    settings: {accountApi?: boolean; consent?: ConsentBy; isConnected?: boolean} = {},
  ): Promise<RawOutcome> => {
    const {accountApi = true, consent = 'nobody', isConnected = true} = settings;
    const sendRaw = createSendRaw({
      chat,
      zoom: isConnected ? {calls: zoom, consent} : undefined,
      accountApi,
      cleaning: createCleaning(parseJson),
      audit: (record) => void audits.push(record),
      logger: createRecordingLogger(),
    });
    const {signal} = new AbortController();
    return sendRaw({userId: admin.id, method: 'GET', path: '/users', ...wish, signal});
  };

  it('arrives as it was written, and its answer comes back without secrets', async () => {
    zoom.answerRaw = () => ({id: 1, start_url: 'https://zoom.us/s/1?zak=abc', password: 'p', topic: 'Plan'});
    const wish = {
      method: 'PATCH',
      path: '/meetings/1?occurrence_id=2',
      query: {a: true},
      body: {topic: 'x'},
    } as const;
    expect(await send(wish)).toEqual({kind: 'done', answer: {id: 1, topic: 'Plan'}});
    expect(zoom.rawRequests).toEqual([
      {method: 'PATCH', path: ['meetings', '1'], query: {occurrence_id: '2', a: true}, body: {topic: 'x'}},
    ]);
    expect(zoom.subjects).toEqual([{kind: 'server'}]);
  });

  it('is put on record, also where Zoom says no, without its query and without addresses', async () => {
    await send({path: '/users/ana@example.org/settings?login_type=1'});
    zoom.faults.set('raw', () => zoomTrouble({kind: 'refused', code: 3001}));
    await send({method: 'DELETE', path: '/meetings/1'});
    const by = {event: 'raw-request', userId: admin.id};
    expect(audits).toEqual([
      {...by, method: 'GET', path: '/users/…/settings', isDone: true},
      {...by, method: 'DELETE', path: '/meetings/1', isDone: false},
    ]);
  });

  it.each([
    ['whoever is no system administrator', {userId: ana.id}, {}, 'admins-only'],
    ['a guest', {userId: guest.id}, {}, 'refused'],
    ['an administrator whose account is off', {userId: former.id}, {}, 'refused'],
    ['a bot that is no system administrator', {userId: lesserBot.id}, {}, 'refused'],
    ['nobody whom Mattermost knows', {userId: 'x'}, {}, 'refused'],
    ['anybody while it is switched off', {}, {accountApi: false}, 'switched-off'],
    ['anybody while there is no connection', {}, {isConnected: false}, 'not-configured'],
    ['anybody to what hands out tokens', {path: '/users/me/zak'}, {}, 'path-forbidden'],
    ['anybody to what is not what it looks like', {path: '/users/../x'}, {}, 'path-unusable'],
    ['a bot where everybody speaks for themselves', {userId: bot.id}, {consent: 'person'}, 'no-zoom-user'],
  ] as const)('A-30 is not sent for %s', async (_who, wish, settings, kind) => {
    expect((await send(wish, settings)).kind).toBe(kind);
    expect([zoom.calls, audits]).toEqual([[], []]);
  });

  it('is sent in the name of the administrator where everybody has their own token', async () => {
    await send({}, {consent: 'person'});
    expect(zoom.subjects).toEqual([{kind: 'person', userId: admin.id, email: admin.email}]);
  });

  it.each([
    ['GET', {kind: 'timeout'}, false],
    ['POST', {kind: 'timeout'}, true],
    ['POST', {kind: 'refused', code: 300}, false],
  ] as const)('%s may have been done after %j: %s', async (method, problem, maybeDone) => {
    zoom.faults.set('raw', () => zoomTrouble(problem));
    expect(await send({method})).toEqual({kind: 'zoom-trouble', problem, maybeDone});
  });
});
