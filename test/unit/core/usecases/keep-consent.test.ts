import {beforeEach, expect, it} from '@jest/globals';
import {ownerName} from '../../../../server/core/domain/grant.js';
import {createKeepConsent} from '../../../../server/core/usecases/keep-consent.js';
import {createAccountOffers} from '../../../../server/outbound/store/account-offers.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {plainKeys} from '../../../support/consents-under-test.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {sampleGrant} from '../../../support/sample-grant.js';
import {grantsOf} from '../../outbound/store/grants-under-test.js';

let world: FakeWorld;
let givenBack: string[];
beforeEach(() => {
  world = createFakeWorld();
  givenBack = [];
});

/** As a process of its own. */
const keep = (userId: string, consent: 'person' | 'account', zoomUserId: string) => {
  const leases = createLeases(world);
  const {tokens} = sampleGrant(userId, zoomUserId);
  return createKeepConsent({
    grants: grantsOf(world, plainKeys),
    alone: (owner, work) => leases.hold(`refresh_${ownerName(owner)}`, work),
    offers: createAccountOffers({...world, keys: plainKeys}),
    chat: {user: async (id) => [ana, ben].find((person) => person.id === id)},
    clock: world.clock,
    giveBack: async ({identity}) => void givenBack.push(identity.zoomUserId),
    audit: () => undefined,
  })({
    userId,
    consent,
    tokens,
    identity: {zoomUserId, email: undefined, accountId: `account of ${zoomUserId}`},
  });
};

it('asks the second of two administrators of different Zoom accounts who consent at the same moment', async () => {
  const both = Promise.all([keep(ana.id, 'account', 'zoom-ana'), keep(ben.id, 'account', 'zoom-ben')]);
  const outcomes = await passTimeUntil(world.clock, both);
  expect(outcomes.map(({kind}) => kind).sort()).toEqual(['connected', 'replace?']);
});

it('gives back one of two Zoom users as whom somebody connects at the same moment', async () => {
  const both = Promise.all([keep(ana.id, 'person', 'zoom-ana'), keep(ana.id, 'person', 'zoom-anna')]);
  await passTimeUntil(world.clock, both);
  const state = await grantsOf(world, plainKeys).find({kind: 'person', userId: ana.id});
  const kept = state.kind === 'good' ? state.grant.identity.zoomUserId : '';
  expect([kept, ...givenBack].sort()).toEqual(['zoom-ana', 'zoom-anna']);
});
