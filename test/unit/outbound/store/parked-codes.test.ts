import {createHash} from 'node:crypto';
import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {createParkedCodes} from '../../../../server/outbound/store/parked-codes.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {ringOf, FIRST} from './grants-under-test.js';

const terms = {
  consent: 'person',
  clientId: 'client-1',
  webUrl: 'https://zoom.us',
  redirectUri: 'https://chat.example.org/plugins/zoom/oauth2/complete',
} as const;
const answered = {
  userId: ana.id,
  terms,
  verifier: new SecretText('verifier'),
  code: new SecretText('code of Zoom'),
};

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const codes = () => createParkedCodes({...world, keys: ringOf(FIRST)});
const rowOf = (userId: string): object =>
  JSON.parse(world.keyValue.rows()[`connect_code_${userId}`] ?? '{}') as object;

describe('An answer of Zoom that waits for a code', () => {
  it('is given once, to its person alone, and a wrong code leaves it where it is', async () => {
    const shown = await codes().park(answered);
    expect(await codes().take(ana.id, 'ABCD-EFGH')).toBeUndefined();
    expect(await codes().take(ben.id, shown)).toBeUndefined();
    const both = Promise.all([codes().take(ana.id, shown), codes().take(ana.id, shown)]);
    const taken = await passTimeUntil(world.clock, both);
    expect(taken.map((answer) => answer?.code.reveal()).sort()).toEqual(['code of Zoom', undefined]);
  });

  it('O-23 stores nothing by which somebody who reads the store could find the code', async () => {
    const typed = (await codes().park(answered)).replace('-', '');
    const stored = rowOf(ana.id);
    expect(Object.keys(stored).sort()).toEqual(['at', 'sealed', 'v']);
    expect(JSON.stringify(stored)).not.toContain(createHash('sha256').update(typed).digest('hex'));
  });

  it('is given to nobody where the key is another one, and after five minutes', async () => {
    const shown = await codes().park(answered);
    expect(await createParkedCodes({...world, keys: ringOf('another')}).take(ana.id, shown)).toBeUndefined();
    world.clock.advance(301_000);
    expect(await codes().take(ana.id, shown)).toBeUndefined();
  });
});
