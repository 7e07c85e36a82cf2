import {beforeEach, describe, expect, it} from '@jest/globals';
import type {ConsentBy} from '../../../../server/core/domain/zoom-connection.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {OperationName} from '../../../../server/core/ports/zoom/operations.js';
import {type ActOutcome, createActInZoom} from '../../../../server/core/usecases/act-in-zoom.js';
import {createFindSelf} from '../../../../server/core/usecases/find-self.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createKeyedRequests} from '../../../../server/outbound/store/keyed-requests.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, ana, ben, createPerson} from '../../../support/people.js';
import {sampleGrant} from '../../../support/sample-grant.js';

const bot = createPerson('robot', {isBot: true});
const adminBot = createPerson('chief', {isBot: true, isSystemAdmin: true});
const number = '85512345678';
const keys = createKeyRing(new SecretText('canary-encryption-key'));

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
  for (const user of [admin, bot, adminBot]) world.chat.users.set(user.id, user);
  world.zoom.users.set(admin.email, {id: 'zoom-root', email: admin.email});
});

interface Given {
  consent?: ConsentBy;
  accountApi?: boolean;
  key?: string;
}

/** What becomes of somebody's wish. */
async function act(
  userId: string,
  operation: OperationName,
  input: Record<string, unknown>,
  {consent = 'nobody', accountApi = true, key}: Given = {},
): Promise<ActOutcome> {
  const {chat, zoom, clock, logger} = world;
  const grant = {...sampleGrant(userId, 'zoom-ana'), revision: 1};
  const findSelf = createFindSelf({
    zoom,
    consents: consent === 'person' ? {find: async () => ({kind: 'good', grant})} : undefined,
    accountId: 'acc-1',
    trustUnverifiedEmails: false,
    clock,
  });
  const actInZoom = createActInZoom({
    chat,
    zoom: {calls: zoom, consent, findSelf},
    accountApi,
    logger,
    keyedRequests: createKeyedRequests({...world, keys}),
  });
  return actInZoom({userId, operation, input, key, signal: new AbortController().signal});
}

/** In Zoom, the meeting is this user's, and what has been asked of it is noted. */
function hostedBy(hostId: string): void {
  const meeting = {
    id: number,
    host_id: hostId,
    password: 'canary-code',
    join_url: `https://zoom.us/j/${number}?pwd=canary-link`,
  };
  world.zoom.operations.getMeeting = async () => meeting;
  world.zoom.operations.updateMeeting = async () => ({});
  world.zoom.operations.getMeetingInvitation = async () => ({invitation: 'Passcode: canary-code'});
}

const others = [
  ['a guest', {isGuest: true}, 'guest'],
  ['somebody who is deactivated', {isDeactivated: true}, 'deactivated'],
  ['somebody from another server', {isRemote: true}, 'remote'],
] as const;

describe('Acting in Zoom through the API', () => {
  it.each(others)('A-01 is denied to %s, and nothing is asked of Zoom', async (_who, changes, reason) => {
    world.chat.users.set(ana.id, {...ana, ...changes});
    expect(await act(ana.id, 'listMeetings', {userId: 'me'})).toEqual({kind: 'refused', reason});
    expect(world.zoom.calls).toEqual([]);
  });

  it('A-01 is denied to whom Mattermost does not know', async () => {
    world.chat.users.delete(ana.id);
    expect(await act(ana.id, 'listMeetings', {userId: 'me'})).toMatchObject({kind: 'refused'});
  });

  it.each(['me', 'zoom-ana', 'ANA@example.org'])('is for oneself, called %s', async (userId) => {
    world.zoom.operations.listMeetings = async (input) => ({meetings: [], topic: input.userId}) as never;
    expect(await act(ana.id, 'listMeetings', {userId, page_size: 5})).toEqual({
      kind: 'done',
      answer: {meetings: [], topic: 'me'},
    });
    expect(world.zoom.subjects.at(-1)).toEqual({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'});
  });

  it('A-01 does not let people act on others, and asks Zoom for nothing but who they are', async () => {
    for (const userId of ['zoom-ben', ben.email, 'nobody'])
      expect(await act(ana.id, 'createMeeting', {userId, topic: 'x'})).toEqual({kind: 'not-theirs'});
    expect(new Set(world.zoom.calls)).toEqual(new Set(['findUser']));
  });

  it.each(['nobody', 'account', 'person'] as const)(
    'A-01 changes a meeting for its host alone, where the consent is that of %s',
    async (consent) => {
      hostedBy('zoom-ana');
      const input = {meetingId: number, topic: 'New'};
      expect(await act(ana.id, 'updateMeeting', input, {consent})).toEqual({kind: 'done', answer: {}});
      hostedBy('zoom-other');
      expect(await act(ana.id, 'updateMeeting', input, {consent})).toEqual({kind: 'not-theirs'});
      expect(world.zoom.calls.filter((call) => call === 'updateMeeting')).toHaveLength(1);
    },
  );

  it('A-01 answers the same of what is somebody else’s and of what is not there', async () => {
    const seen: ActOutcome[] = [];
    for (const fault of [
      undefined,
      zoomTrouble({kind: 'refused', code: 3001}),
      zoomTrouble({kind: 'invalid', fields: []}),
    ]) {
      hostedBy('zoom-ben');
      if (fault) world.zoom.faults.set('getMeeting', () => fault);
      for (const operation of ['getMeeting', 'updateMeeting'] as const)
        seen.push(await act(ana.id, operation, {meetingId: number}));
    }
    expect(new Set(seen.map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set(['{"kind":"not-theirs"}']),
    );
  });

  it('asks once whose a meeting is, and not at all where the answer says it', async () => {
    hostedBy('zoom-ana');
    await act(ana.id, 'getMeeting', {meetingId: number});
    expect(world.zoom.calls).toEqual(['findUser', 'getMeeting']);
    await act(ana.id, 'updateMeeting', {meetingId: number});
    expect(world.zoom.calls.slice(2)).toEqual(['findUser', 'getMeeting', 'updateMeeting']);
  });

  it('lets system administrators act on everybody where the connection is the account’s', async () => {
    hostedBy('zoom-ben');
    expect(await act(admin.id, 'updateMeeting', {meetingId: number})).toMatchObject({kind: 'done'});
    world.zoom.operations.listMeetings = async () => ({meetings: []});
    expect(await act(admin.id, 'listMeetings', {userId: ben.email})).toMatchObject({kind: 'done'});
    const asAll = await act(admin.id, 'listMeetings', {userId: ben.email}, {consent: 'person'});
    expect(asAll).toEqual({kind: 'own-only'});
  });

  it('tells administrators alone that Zoom knows no such meeting', async () => {
    world.zoom.operations.getMeeting = async () => Promise.reject(zoomTrouble({kind: 'refused', code: 3001}));
    expect(await act(admin.id, 'getMeeting', {meetingId: number})).toEqual({kind: 'not-there'});
  });

  it('A-01 is about the whole account for system administrators alone, while that is switched on', async () => {
    world.zoom.operations.listUsers = async () => ({users: []});
    const outcomes = await Promise.all([
      act(ana.id, 'listUsers', {}),
      act(ana.id, 'getUser', {userId: 'me'}),
      act(admin.id, 'listUsers', {}, {accountApi: false}),
      act(admin.id, 'listUsers', {}, {consent: 'person'}),
    ]);
    expect(outcomes.map(({kind}) => kind)).toEqual([
      'admins-only',
      'admins-only',
      'switched-off',
      'own-only',
    ]);
    expect(world.zoom.calls).toEqual([]);
    expect(await act(admin.id, 'listUsers', {})).toEqual({kind: 'done', answer: {users: []}});
  });

  it('knows no Zoom user of a bot, which acts on others only as a system administrator', async () => {
    world.zoom.operations.listMeetings = async () => ({meetings: []});
    expect(await act(bot.id, 'listMeetings', {userId: 'me'})).toEqual({kind: 'refused', reason: 'bot'});
    expect(await act(adminBot.id, 'listMeetings', {userId: 'me'})).toEqual({kind: 'no-zoom-user'});
    expect(await act(adminBot.id, 'listMeetings', {userId: ben.email})).toMatchObject({kind: 'done'});
    world.chat.users.set(adminBot.id, {...adminBot, isDeactivated: true});
    expect(await act(adminBot.id, 'listMeetings', {userId: ben.email})).toMatchObject({kind: 'refused'});
  });

  it('A-01 gives passcodes to the host alone, also where an administrator asks', async () => {
    hostedBy('zoom-ana');
    expect(JSON.stringify(await act(ana.id, 'getMeeting', {meetingId: number}))).toContain('canary-code');
    for (const who of [admin, adminBot])
      expect(JSON.stringify(await act(who.id, 'getMeeting', {meetingId: number}))).not.toContain('canary');
    expect(await act(admin.id, 'getMeetingInvitation', {meetingId: number})).toEqual({kind: 'not-theirs'});
    hostedBy('zoom-root');
    expect(JSON.stringify(await act(admin.id, 'getMeeting', {meetingId: number}))).toContain('canary-code');
    expect(await act(admin.id, 'getMeetingInvitation', {meetingId: number})).toMatchObject({kind: 'done'});
  });

  it('says who cannot be found in Zoom, and why', async () => {
    world.zoom.users.delete(ana.email);
    expect(await act(ana.id, 'listMeetings', {userId: 'me'})).toMatchObject({kind: 'not-in-zoom'});
    world.chat.users.set(ben.id, {...ben, emailVerified: false});
    expect(await act(ben.id, 'listMeetings', {userId: 'me'})).toMatchObject({kind: 'email-unconfirmed'});
  });

  it('says of what may have been done although Zoom gave no answer, that nobody knows', async () => {
    for (const operation of ['createMeeting', 'listMeetings'] as const)
      world.zoom.faults.set(operation, () => zoomTrouble({kind: 'timeout'}));
    expect(await act(ana.id, 'createMeeting', {userId: 'me'})).toMatchObject({maybeDone: true});
    expect(await act(ana.id, 'listMeetings', {userId: 'me'})).toMatchObject({maybeDone: false});
  });

  describe('with a key', () => {
    const create = (topic: string, key: string, userId = ana.id): Promise<ActOutcome> =>
      act(userId, 'createMeeting', {userId: 'me', topic}, {key});
    const made = (): number => world.zoom.calls.filter((call) => call === 'createMeeting').length;
    beforeEach(() => {
      world.zoom.operations.createMeeting = async ({topic}) => ({
        id: String(made()),
        topic,
        password: 'canary',
      });
    });

    it('makes one thing, and answers the same again', async () => {
      const first = await create('Weekly', 'one');
      expect(first).toMatchObject({kind: 'done', answer: {id: '1'}});
      expect(await create('Weekly', 'one')).toEqual(first);
      expect(await create('Weekly', 'two')).toMatchObject({answer: {id: '2'}});
      expect(await create('Weekly', 'one', ben.id)).toMatchObject({answer: {id: '3'}});
      expect(JSON.stringify(world.keyValue.rows())).not.toContain('canary');
    });

    it('refuses another request with the same key', async () => {
      await create('Weekly', 'one');
      expect(await create('Monthly', 'one')).toEqual({kind: 'key-used-otherwise'});
    });

    it('A-01 answers nobody who may not act any more', async () => {
      await create('Weekly', 'one');
      world.chat.users.set(ana.id, {...ana, isDeactivated: true});
      expect(await create('Weekly', 'one')).toMatchObject({kind: 'refused'});
    });

    it('may be used again where Zoom has certainly done nothing, and not where nobody knows', async () => {
      world.zoom.faults.set('createMeeting', () => zoomTrouble({kind: 'refused', code: 3161}));
      expect(await create('Weekly', 'one')).toMatchObject({kind: 'zoom-trouble', maybeDone: false});
      world.zoom.faults.set('createMeeting', () => zoomTrouble({kind: 'timeout'}));
      expect(await create('Weekly', 'one')).toMatchObject({kind: 'zoom-trouble', maybeDone: true});
      world.zoom.faults.clear();
      expect(await create('Weekly', 'one')).toEqual({kind: 'key-unfinished'});
    });
  });
});
