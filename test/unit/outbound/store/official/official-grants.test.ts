import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {GrantOwner} from '../../../../../server/core/domain/grant.js';
import {SecretText} from '../../../../../server/core/domain/secret-text.js';
import {createFakeWorld, type FakeWorld} from '../../../../support/fake-world.js';
import {type OfficialNodeOptions, startOfficialNode} from '../../../../support/official-node.js';
import {CORA, OFFICIAL_LEFT, officialRow} from '../../../../support/official-rows.js';
import {ana, ben} from '../../../../support/people.js';
import {sampleGrant} from '../../../../support/sample-grant.js';

const ANA = {kind: 'person', userId: ana.id} as const;
const BEN = {kind: 'person', userId: ben.id} as const;
const ACCOUNT = {kind: 'account'} as const;
const ANAS_ROW = `zoomtoken_${ana.id}`;
const ANAS_ZOOM_ROW = 'zoomtokenbyzoomid_zoom-ana';

const startNode = (options: Partial<OfficialNodeOptions> = {}) =>
  startOfficialNode({world, superseded: (owner) => void superseded.push(owner), ...options});

let world: FakeWorld;
let superseded: GrantOwner[];
beforeEach(() => {
  world = createFakeWorld();
  superseded = [];
});

const seed = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await world.keyValue.put(key, officialRow(key));
};
const seedAll = (): Promise<void> => seed(...Object.keys(OFFICIAL_LEFT.rows));
const keysLeft = (): string[] =>
  Object.keys(world.keyValue.rows()).filter((key) => key.startsWith('zoomtoken'));
const warnings = () => world.logger.lines.filter(({level}) => level === 'warn');
const nobodyIsGone = async (): Promise<boolean> => false;

describe('The row of a person that the official plugin left', () => {
  beforeEach(seedAll);

  it('becomes a grant when it is first needed', async () => {
    const state = await startNode().grants.find(ANA);
    if (state.kind !== 'good') throw new Error(`It is ${state.kind}`);
    const {access, refresh, ...tokens} = state.grant.tokens;
    expect(access.reveal()).toBe('access-token-of-ana');
    expect(refresh.reveal()).toBe('refresh-token-of-ana');
    expect(tokens).toEqual({goodUntil: Date.parse('2026-11-23T14:45:00.123Z'), scopes: []});
    expect(state.grant).toMatchObject({
      owner: ANA,
      by: ana.id,
      since: world.clock.now(),
      identity: {zoomUserId: 'zoom-ana', email: 'ana@zoom.example.org'},
    });
    expect(await startNode().grants.personOf('zoom-ana')).toBe(ana.id);
  });

  it('goes away then with the one of their Zoom user, and the store holds no token of theirs in clear', async () => {
    await startNode().grants.find(ANA);
    expect(keysLeft()).not.toContain(ANAS_ROW);
    expect(keysLeft()).not.toContain(ANAS_ZOOM_ROW);
    expect(Object.values(world.keyValue.rows()).join()).not.toContain('token-of-ana');
    expect(keysLeft()).toHaveLength(3);
  });

  it('is refreshed first where its access token cannot be decrypted', async () => {
    for (const key of [
      'another key of 32 characters ...',
      'short',
      `${OFFICIAL_LEFT.encryptionKey}12345678`,
    ]) {
      world = createFakeWorld();
      await seed(ANAS_ROW);
      const {grants} = startNode({key: new SecretText(key)});
      const state = await grants.find(ANA);
      const tokens = state.kind === 'good' ? state.grant.tokens : undefined;
      expect([tokens?.goodUntil, tokens?.refresh.reveal()]).toEqual([0, 'refresh-token-of-ana']);
    }
  });

  it('is the one of whoever connected last, of those who share a Zoom user; the other is told once', async () => {
    const {grants} = startNode();
    expect(await grants.find(BEN)).toEqual({kind: 'ended', because: 'superseded'});
    expect(await grants.find(BEN)).toEqual({kind: 'ended', because: 'superseded'});
    expect(superseded).toEqual([BEN]);
    expect(await grants.find({kind: 'person', userId: CORA})).toMatchObject({kind: 'good'});
    expect(keysLeft()).toEqual([ANAS_ROW, ANAS_ZOOM_ROW]);
  });

  it('is the one of whoever connected last, also where that one was needed first', async () => {
    const {grants} = startNode();
    expect(await grants.find({kind: 'person', userId: CORA})).toMatchObject({kind: 'good'});
    expect(await grants.find(BEN)).toEqual({kind: 'ended', because: 'superseded'});
    expect(superseded).toEqual([BEN]);
  });

  it('O-10 holds its Zoom user for its person, before they have come by', async () => {
    const {grants} = startNode();
    const kept = await grants.keep(sampleGrant(ben.id, 'zoom-ana'), nobodyIsGone);
    expect(kept).toEqual({kind: 'linked', to: ana.id});
    expect(await grants.find(ANA)).toMatchObject({kind: 'good'});
  });

  it('goes away when its person connects anew or disconnects', async () => {
    const {grants} = startNode();
    expect(await grants.remove(ANA)).toMatchObject({identity: {zoomUserId: 'zoom-ana'}});
    expect(await grants.find(ANA)).toEqual({kind: 'none'});
    await grants.keep(sampleGrant(ben.id, 'zoom-ben'), nobodyIsGone);
    expect(keysLeft()).toEqual([`zoomtoken_${CORA}`, 'zoomtokenbyzoomid_zoom-shared']);
  });

  it('ends with what Zoom tells of its Zoom user', async () => {
    const {grants} = startNode();
    const userId = await grants.personOf('zoom-ana');
    expect(userId).toBe(ana.id);
    expect(await grants.end(ANA, 'removed')).toEqual({owner: ANA, by: ana.id});
    expect(await grants.find(ANA)).toEqual({kind: 'ended', because: 'removed'});
  });

  it('is never looked for while there is a grant of ours', async () => {
    const {grants, stored} = startNode();
    await stored.keep(sampleGrant(ana.id, 'zoom-ana'), nobodyIsGone);
    const before = world.keyValue.calls.length;
    await grants.find(ANA);
    expect(world.keyValue.calls.slice(before).filter((call) => call.includes('zoomtoken'))).toEqual([]);
  });
});

describe('The row of a person who has a grant of ours', () => {
  beforeEach(async () => {
    await seed(ANAS_ROW, ANAS_ZOOM_ROW);
    await startNode().stored.keep(sampleGrant(ana.id, 'zoom-new'), nobodyIsGone);
  });

  it('is left behind by a process that died, and goes away without changing the grant', async () => {
    const before = world.keyValue.rows()[`grant_${ana.id}`];
    expect(await startNode().official.takeOver(ANA)).toBe(true);
    expect(keysLeft()).toEqual([]);
    expect(world.keyValue.rows()[`grant_${ana.id}`]).toBe(before);
    expect(superseded).toEqual([]);
  });

  it('does not bring back what they have disconnected', async () => {
    await startNode().grants.remove(ANA);
    expect(await startNode().grants.find(ANA)).toEqual({kind: 'none'});
  });
});

describe('A row of the official plugin that cannot be read', () => {
  const whole = JSON.parse(officialRow(ANAS_ROW)) as {OAuthToken: object};
  it.each([
    ['is cut in half', officialRow(ANAS_ROW).slice(0, 90)],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['has no token', JSON.stringify({...whole, OAuthToken: null})],
    [
      'has a token of another type',
      JSON.stringify({...whole, OAuthToken: {...whole.OAuthToken, refresh_token: 5}}),
    ],
    [
      'has no refresh token',
      JSON.stringify({...whole, OAuthToken: {...whole.OAuthToken, refresh_token: ''}}),
    ],
    ['is another person’s', JSON.stringify({...whole, UserID: ben.id})],
    ['names no Zoom user', JSON.stringify({...whole, ZoomID: '../me'})],
  ])('because it %s, stays, is told once, and its person is asked to connect', async (_case, text) => {
    await world.keyValue.put(ANAS_ROW, text);
    const {grants} = startNode();
    for (const _time of [1, 2]) expect(await grants.find(ANA)).toEqual({kind: 'none'});
    expect(world.keyValue.rows()).toEqual({[ANAS_ROW]: text});
    expect(warnings()).toMatchObject([{fields: {row: ANAS_ROW}}]);
    expect(JSON.stringify(warnings())).not.toContain('token-of');
  });

  it('is forgotten with its person', async () => {
    await world.keyValue.put(ANAS_ROW, '{"half');
    await startNode().grants.remove(ANA);
    expect(world.keyValue.rows()).toEqual({});
  });

  it.each(['', 'AQEBAQEBAQEBAQEBAQEBAQ==', 'x', 5, null])(
    'in its access token alone (%p) is taken over all the same',
    async (access_token) => {
      const text = JSON.stringify({...whole, OAuthToken: {...whole.OAuthToken, access_token}});
      await world.keyValue.put(ANAS_ROW, text);
      expect(await startNode().grants.find(ANA)).toMatchObject({grant: {tokens: {goodUntil: 0}}});
    },
  );

  it('throws nothing and stays or goes as a whole, whatever its bytes', async () => {
    const damaged = fc.oneof(
      fc.json(),
      fc.string({minLength: 1}),
      fc
        .tuple(fc.nat(officialRow(ANAS_ROW).length - 1), fc.string({maxLength: 3}))
        .map(([at, text]) => officialRow(ANAS_ROW).slice(0, at) + text + officialRow(ANAS_ROW).slice(at + 1)),
    );
    await fc.assert(
      fc.asyncProperty(damaged, damaged, async (text, byZoomUser) => {
        world = createFakeWorld();
        await world.keyValue.put(ANAS_ROW, text);
        await world.keyValue.put(ANAS_ZOOM_ROW, byZoomUser);
        const state = await startNode().grants.find(ANA);
        expect(keysLeft().includes(ANAS_ROW)).toBe(state.kind === 'none');
      }),
    );
  });
});

describe('The row of an account that the official plugin left', () => {
  it('becomes the account’s grant, of nobody by name', async () => {
    await seed('zoomSuperUserToken_');
    const state = await startNode().grants.find(ACCOUNT);
    expect(state).toMatchObject({kind: 'good', grant: {owner: ACCOUNT, by: '', identity: {zoomUserId: ''}}});
    expect(state.kind === 'good' && state.grant.tokens.access.reveal()).toBe('access-token-of-all');
    expect(Object.keys(world.keyValue.rows())).toEqual(['grant_account']);
  });

  it('gets its name later, and is good with it', async () => {
    await seed('zoomSuperUserToken_');
    const {grants} = startNode();
    const state = await grants.find(ACCOUNT);
    if (state.kind !== 'good') throw new Error(`It is ${state.kind}`);
    const identity = {zoomUserId: 'zoom-admin', email: 'admin@example.org', accountId: 'account-1'};
    await grants.renew({...state.grant, identity}, state.grant.tokens);
    expect(await startNode().grants.find(ACCOUNT)).toMatchObject({kind: 'good', grant: {identity}});
  });
});
