import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import type {SignInRefusal} from '../../../../server/core/domain/zoom-connection.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createGiveBack} from '../../../../server/core/usecases/give-back.js';
import {createRevokeKept} from '../../../../server/core/usecases/revoke-kept.js';
import {revokeConsentJob} from '../../../../server/inbound/jobs/revoke-consent.js';
import {createGrants} from '../../../../server/outbound/store/grants.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {createRevocations} from '../../../../server/outbound/store/revocations.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {sampleGrant} from '../../../support/sample-grant.js';

let world: FakeWorld;
/** What Zoom was told to take back, and what it says to that. */
let revoked: string[];
let answer: () => Error | undefined;
let scheduled: {about: string; dueAt: number}[];
beforeEach(() => {
  world = createFakeWorld();
  revoked = [];
  answer = () => undefined;
  scheduled = [];
});

const parts = () => ({...world, leases: createLeases(world), keys: createKeyRing(new SecretText('key'))});
const consent = {
  async revoke({access}: {access: SecretText}) {
    revoked.push(access.reveal());
    const error = answer();
    if (error !== undefined) throw error;
  },
};
const revokeKept = (isSetUp = true) =>
  createRevokeKept({
    revocations: createRevocations(parts()),
    grants: createGrants(parts()),
    consent: isSetUp ? consent : undefined,
  });
async function giveBack(): Promise<void> {
  const background: Promise<unknown>[] = [];
  const give = createGiveBack({
    revocations: createRevocations(parts()),
    jobs: {schedule: async (job) => void scheduled.push(job)},
    revokeKept: revokeKept(),
    clock: world.clock,
    newId: () => 'one',
    inBackground: (work) => void background.push(work),
  });
  await give(sampleGrant(ana.id, 'zoom-ana'));
  await Promise.all(background);
}
const isLeft = (): boolean => 'revoke_one' in world.keyValue.rows();

describe('a consent that is given back', () => {
  it('is taken back in Zoom at once, and is written down encrypted before that', async () => {
    await giveBack();
    expect(revoked).toEqual(['access of zoom-ana']);
    expect(scheduled).toEqual([{kind: 'revoke-consent', about: 'one', dueAt: world.clock.now() + 60_000}]);
    expect(isLeft()).toBe(false);
    expect(await revokeKept()('one')).toBe('done');
    expect(revoked).toHaveLength(1);
  });

  it.each<['done' | 'not-now', string, SignInRefusal | undefined]>([
    ['done', 'revoked', 'revoked'],
    ['done', 'of a user who is gone', 'owner-gone'],
    ['done', 'switched off for the user', 'disabled'],
    ['not-now', 'of an app that Zoom does not know by these credentials', 'client'],
    ['not-now', 'of an app that is switched off', 'app-disabled'],
    ['not-now', 'refused for nothing that is known', undefined],
  ])('is %s where Zoom says that it is %s', async (outcome, _what, because) => {
    answer = () => zoomTrouble({kind: 'unauthorized', ...(because !== undefined && {because})});
    await giveBack();
    expect(await revokeKept()('one')).toBe(outcome);
    expect(isLeft()).toBe(outcome === 'not-now');
  });

  it('waits while Zoom fails, and while the settings lead to no app that it could be of', async () => {
    answer = () => zoomTrouble({kind: 'server-error', status: 503});
    await giveBack();
    answer = () => undefined;
    expect([await revokeKept(false)('one'), isLeft()]).toEqual(['not-now', true]);
    expect([await revokeKept()('one'), isLeft()]).toEqual(['done', false]);
  });

  it('is left alone once somebody is connected as the same Zoom user again, who would lose that', async () => {
    answer = () => zoomTrouble({kind: 'unreachable'});
    await giveBack();
    await createGrants(parts()).keep(sampleGrant(ana.id, 'zoom-ana'), async () => false);
    expect([await revokeKept()('one'), revoked.length, isLeft()]).toEqual(['done', 1, false]);
  });
});

describe('the job of a revocation', () => {
  const run = (since: number, tries: number, outcome: 'done' | 'not-now') =>
    revokeConsentJob({revokeKept: async () => outcome, clock: world.clock}).run(
      {about: 'one', since, tries, dueAt: since},
      new AbortController().signal,
    );

  it('comes back ever more rarely for a week, and is given up then', async () => {
    const now = world.clock.now();
    expect(await run(now, 0, 'done')).toBe('done');
    expect(await run(now, 0, 'not-now')).toEqual({again: 60_000});
    expect(await run(now, 9, 'not-now')).toEqual({again: 3_600_000});
    expect(await run(now - 7 * 86_400_000 - 1, 200, 'not-now')).toEqual({failed: expect.any(String)});
  });
});
