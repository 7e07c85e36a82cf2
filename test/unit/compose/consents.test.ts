import {beforeEach, describe, expect, it} from '@jest/globals';
import {composeConsents} from '../../../server/compose/consents.js';
import {CAPABILITIES} from '../../../server/core/domain/capabilities.js';
import {type Ended, GRANT_ENDS} from '../../../server/core/domain/grant.js';
import {readSettings} from '../../../server/core/domain/settings.js';
import {chatUnavailable} from '../../../server/core/ports/port-error.js';
import type {ZoomGrants} from '../../../server/core/ports/zoom.js';
import {createLeases} from '../../../server/outbound/store/leases.js';
import {site} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {ana, ben} from '../../support/people.js';
import {sampleGrant} from '../../support/sample-grant.js';

let world: FakeWorld;
let consents: ZoomGrants;
let running: Promise<unknown>[];
beforeEach(() => {
  world = createFakeWorld();
  running = [];
  consents = composeConsents({
    ...world,
    capabilities: CAPABILITIES.plugin,
    mayHoldOfficial: false,
    audit: (record) => void world.audits.push(record),
    leases: createLeases(world),
    inBackground: (work) => void running.push(work),
  }).assemble({settings: readSettings({EncryptionKey: 'k'.repeat(32)}), former: {}, site});
});

const own: Ended = {owner: {kind: 'person', userId: ana.id}, by: ana.id};
const told = async (): Promise<readonly string[]> => {
  await Promise.all(running);
  return world.chat.directMessages.map(({text}) => text);
};

describe('A connection to Zoom that ends by itself', () => {
  it('is told by one direct message, with the way to connect anew', async () => {
    consents.ended(own, 'revoked');
    expect(await told()).toEqual([
      expect.stringMatching(/^Zoom no longer accepts the connection of your account.*\/oauth2\/connect\)$/),
    ]);
  });

  it.each([
    [ana, own],
    [
      {...ana, isSystemAdmin: true},
      {...own, owner: {kind: 'account'} as const},
    ],
  ])('says how to be rid of a record that nobody can read', async (user, ended) => {
    world.chat.users.set(ana.id, user);
    consents.ended(ended, 'unreadable');
    expect(await told()).toEqual([expect.stringContaining('Type `/zoom disconnect` first')]);
  });

  it('is told to the administrator whose consent it was, where it was everybody’s', async () => {
    consents.ended({owner: {kind: 'account'}, by: ana.id}, 'owner-gone');
    expect(await told()).toEqual([expect.stringContaining('your administrator')]);
    world.chat.users.set(ana.id, {...ana, isSystemAdmin: true});
    consents.ended({owner: {kind: 'account'}, by: ana.id}, 'owner-gone');
    expect((await told())[1]).toContain('the administrator who connected this server has left');
  });

  it.each(GRANT_ENDS)('is audited, without a word that is not a code: %s', (because) => {
    consents.ended(own, because);
    expect(world.audits).toEqual([
      {event: 'connection-lost', userId: ana.id, grant: 'person', reason: expect.stringMatching(/^[a-z]+$/)},
    ]);
  });

  it('O-10 is audited when its Zoom user is taken from somebody who is gone', async () => {
    await consents.grants.keep(sampleGrant(ana.id, 'zoom-ana'), async () => false);
    expect(world.audits).toEqual([]);
    await consents.grants.keep(sampleGrant(ben.id, 'zoom-ana'), async () => true);
    expect(world.audits).toEqual([
      {event: 'connection-lost', userId: ana.id, grant: 'person', reason: 'superseded'},
    ]);
  });

  it('is told to nobody whose account here is gone, and audited all the same', async () => {
    world.chat.users.set(ana.id, {...ana, isDeactivated: true});
    consents.ended(own, 'revoked');
    consents.ended({...own, by: 'nobody'}, 'revoked');
    expect(await told()).toEqual([]);
    expect(world.audits).toHaveLength(2);
  });

  it('stops nothing when Mattermost does not take the message', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('out of order'));
    consents.ended(own, 'revoked');
    expect(await told()).toEqual([]);
    expect(world.logger.lines).toMatchObject([{level: 'warn'}]);
  });
});
