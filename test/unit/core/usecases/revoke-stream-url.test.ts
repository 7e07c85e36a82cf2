import {beforeEach, describe, expect, it} from '@jest/globals';
import type {StreamPasses} from '../../../../server/core/ports/stream-passes.js';
import {createListStreamUrls} from '../../../../server/core/usecases/list-stream-urls.js';
import {
  createRevokeStreamUrl,
  type RevokeStreamUrl,
} from '../../../../server/core/usecases/revoke-stream-url.js';
import {createStreamPasses} from '../../../../server/outbound/store/stream-passes.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {admin, ana, ben, createPerson} from '../../../support/people.js';

const cleo = createPerson('cleo');
/** Made by Ben, an administrator of the channel, of Ana's meeting. */
const pass = {
  id: 'PASS2345',
  name: '',
  number: '85512345678',
  kind: 'meeting',
  topic: 'Quarterly',
  cardId: 'a'.repeat(32),
  hostUserId: ana.id,
  zoomUserId: 'zoom-ana',
  madeBy: ben.id,
  madeAt: 1,
} as const;

let world: FakeWorld;
let streamPasses: StreamPasses;
let revoke: RevokeStreamUrl;
beforeEach(async () => {
  world = createFakeWorld();
  for (const person of [cleo, admin]) world.chat.users.set(person.id, person);
  streamPasses = createStreamPasses(world);
  await streamPasses.keep('token-of-ben', {...pass, expiresAt: world.clock.now() + 60_000});
  revoke = createRevokeStreamUrl({
    streamPasses,
    chat: world.chat,
    audit: (record) => void world.audits.push(record),
  });
});

const listOf = async (userId: string): Promise<readonly string[]> =>
  (await createListStreamUrls({streamPasses, chat: world.chat})(userId)).map(({pass: {id}}) => id);

describe('a stream URL', () => {
  it('A-41 is revoked by its id, by the one who made it, and is audited and listed no more', async () => {
    expect(await listOf(ben.id)).toEqual([pass.id]);
    expect(await revoke(ben.id, {id: pass.id})).toMatchObject({kind: 'revoked', pass: {topic: 'Quarterly'}});
    expect(await streamPasses.find('token-of-ben')).toMatchObject({revokedAt: world.clock.now()});
    for (const {id} of [ben, ana]) expect(await listOf(id)).toEqual([]);
    expect(world.audits).toEqual([
      {event: 'stream-url-revoked', userId: ben.id, passId: pass.id, number: pass.number, as: 'maker'},
    ]);
  });

  it('A-48 is listed for the host of its meeting, too, with who made it, and revoked by them', async () => {
    await streamPasses.keep('token-of-ana', {
      ...{...pass, id: 'PASSANA2', madeBy: ana.id},
      expiresAt: world.clock.now() + 60_000,
    });
    const list = createListStreamUrls({streamPasses, chat: world.chat});
    expect(await list(ana.id)).toMatchObject([
      {pass: {id: 'PASSANA2'}, by: undefined},
      {pass: {id: pass.id}, by: 'Ben'},
    ]);
    expect(await revoke(ana.id, {id: pass.id})).toMatchObject({kind: 'revoked'});
    expect(world.audits).toMatchObject([{userId: ana.id, passId: pass.id, as: 'host'}]);
    expect([await listOf(ana.id), await listOf(ben.id)]).toEqual([['PASSANA2'], []]);
  });

  it('A-41 is nobody else’s to revoke by its id, who would learn that there is one', async () => {
    for (const {id} of [cleo, admin]) expect(await revoke(id, {id: pass.id})).toEqual({kind: 'unknown'});
    expect(await streamPasses.find('token-of-ben')).not.toHaveProperty('revokedAt');
    expect(world.audits).toEqual([]);
  });

  it.each([
    [ben, 'maker'],
    [ana, 'host'],
    [admin, 'system-admin'],
  ])('A-41 is revoked with the URL itself by $0.username, as $1', async ({id}, as) => {
    expect(await revoke(id, {token: 'token-of-ben'})).toMatchObject({kind: 'revoked'});
    expect(world.audits).toMatchObject([{as}]);
  });

  it('A-41 stays as it is where somebody came across it', async () => {
    expect(await revoke(cleo.id, {token: 'token-of-ben'})).toEqual({kind: 'unknown'});
    expect(await revoke(ben.id, {token: 'another-token'})).toEqual({kind: 'unknown'});
    expect(await streamPasses.find('token-of-ben')).not.toHaveProperty('revokedAt');
  });

  it('is gone once it has expired', async () => {
    world.clock.advance(60_001);
    expect(await listOf(ben.id)).toEqual([]);
    expect(await revoke(ben.id, {id: pass.id})).toEqual({kind: 'unknown'});
  });
});
