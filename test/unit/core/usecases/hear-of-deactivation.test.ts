import {beforeEach, describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {createHearOfDeactivation} from '../../../../server/core/usecases/hear-of-deactivation.js';
import {createGrants} from '../../../../server/outbound/store/grants.js';
import {createLeases} from '../../../../server/outbound/store/leases.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben} from '../../../support/people.js';
import {sampleGrant} from '../../../support/sample-grant.js';

let world: FakeWorld;
let givenBack: string[];
beforeEach(() => {
  world = createFakeWorld();
  givenBack = [];
});

const hear = (changes: {end?: () => Promise<never>; grants?: ReturnType<typeof grantsOf>} = {}) =>
  createHearOfDeactivation({
    pairings: {end: changes.end ?? (async () => undefined)},
    grants: changes.grants ?? grantsOf(),
    giveBack: async ({identity}) => void givenBack.push(identity.zoomUserId),
    audit: (record) => void world.audits.push(record),
    logger: world.logger,
  });
const grantsOf = () =>
  createGrants({...world, leases: createLeases(world), keys: createKeyRing(new SecretText('key'))});

describe('news of a deactivated account', () => {
  it('ends the connection to Zoom, of that person alone, once', async () => {
    const grants = grantsOf();
    for (const {id} of [ana, ben]) await grants.keep(sampleGrant(id, `zoom-${id}`), async () => false);
    await hear()(ana.id);
    await hear()(ana.id);
    expect(await grants.find({kind: 'person', userId: ana.id})).toEqual({kind: 'none'});
    expect((await grants.find({kind: 'person', userId: ben.id})).kind).toBe('good');
    expect(givenBack).toEqual([`zoom-${ana.id}`]);
    expect(world.audits).toEqual([
      {event: 'connection-lost', userId: ana.id, grant: 'person', reason: 'deactivated'},
    ]);
  });

  it('leaves the connection for everybody, whoever has given it', async () => {
    const grants = grantsOf();
    await grants.keep({...sampleGrant(ana.id, 'zoom-ana'), owner: {kind: 'account'}}, async () => false);
    await hear()(ana.id);
    expect((await grants.find({kind: 'account'})).kind).toBe('good');
  });

  it('is a line of the log for each thing that fails, and no failure', async () => {
    const fails = async (): Promise<never> => Promise.reject(new Error('no store'));
    await hear({end: fails, grants: {...grantsOf(), remove: fails}})(ana.id);
    expect(world.logger.lines).toEqual([
      {
        level: 'warn',
        message: 'The browsers of a deactivated person are still connected',
        fields: {error: 'Error: no store'},
      },
      {
        level: 'warn',
        message: 'A deactivated person is still connected to Zoom',
        fields: {error: 'Error: no store'},
      },
    ]);
  });
});
