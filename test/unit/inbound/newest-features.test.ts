import {beforeEach, describe, expect, it} from '@jest/globals';
import {readSettings} from '../../../server/core/domain/settings.js';
import type {CompleteSettings} from '../../../server/core/usecases/complete-settings.js';
import type {Features} from '../../../server/inbound/features.js';
import {createNewestFeatures} from '../../../server/inbound/newest-features.js';
import {clientView} from '../../../server/inbound/http/client-view.js';
import {createWorkInProgress} from '../../../server/lib/work-in-progress.js';
import {createFakeHost} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';

/** A read that has begun, and waits for what it finds. */
interface Read {
  finds: (account: string, isWhole?: boolean) => Promise<void>;
  fails: () => Promise<void>;
}

const untilSettled = (): Promise<void> => new Promise(setImmediate);

let world: FakeWorld;
let reads: Read[];
beforeEach(() => {
  world = createFakeWorld();
  reads = [];
});

function create() {
  return createNewestFeatures({
    host: createFakeHost(world),
    work: createWorkInProgress(world.clock),
    completeSettings: () =>
      new Promise<CompleteSettings>((resolve, reject) => {
        reads.push({
          finds(AccountID, isWhole = true) {
            resolve({settings: readSettings({AccountID}), former: {}, isWhole});
            return untilSettled();
          },
          fails() {
            reject(new Error('no answer'));
            return untilSettled();
          },
        });
      }),
    assemble: ({settings}): Features => ({
      command: {trigger: settings.accountId ?? '', hint: '', description: '', subcommands: []},
      runCommand: async () => ({text: ''}),
      postWritten: () => undefined,
      userDeactivated: async () => undefined,
      tokenUnknown: {text: ''},
      serveHttp: () => undefined,
      supportData: async () => [],
      checkSetup: async () => [],
      takeUpCards: async () => [],
      takeOver: async () => 'idle',
      recoverIntents: async () => undefined,
      jobKinds: [],
      clientView: clientView(settings, undefined),
    }),
  });
}

const accountOf = (features: Features | undefined): string | undefined => features?.command.trigger;

/** The read with this number, which has begun. */
async function read(number: number): Promise<Read> {
  await untilSettled();
  expect(reads).toHaveLength(number);
  const last = reads[number - 1];
  if (last === undefined) throw new Error('unreachable');
  return last;
}

describe('the settings', () => {
  it('are read again after a read during which they changed, and whoever waits gets the last ones', async () => {
    const newest = create();
    const started = newest.read();
    await newest.changed();
    const first = await read(1);
    await first.finds('old');
    await (await read(2)).finds('new');
    expect(accountOf(await started)).toBe('new');
    expect(accountOf(newest.current())).toBe('new');
  });

  it('are never read twice at a time, so that an older read cannot win', async () => {
    const newest = create();
    const changed = newest.changed();
    const tested = newest.read();
    await (await read(1)).finds('old');
    await (await read(2)).finds('new');
    await changed;
    expect(accountOf(await tested)).toBe('new');
    expect(reads).toHaveLength(2);
  });

  it('may fail to be read while a newer read is asked for', async () => {
    const newest = create();
    const started = newest.read();
    await newest.changed();
    await (await read(1)).fails();
    await (await read(2)).finds('new');
    expect(accountOf(await started)).toBe('new');
  });

  it('tell the one who began when the last read fails', async () => {
    const newest = create();
    const refused = expect(newest.read()).rejects.toThrow('no answer');
    await (await read(1)).fails();
    await refused;
    expect(newest.current()).toBeUndefined();
  });
});

describe('while the store cannot say everything', () => {
  it('they are read again every half minute, from the last read on', async () => {
    const newest = create();
    void newest.changed();
    await (await read(1)).finds('a', false);
    world.clock.advance(20_000);
    void newest.changed();
    await (await read(2)).finds('a', false);
    world.clock.advance(20_000);
    await read(2);
    world.clock.advance(10_000);
    await (await read(3)).finds('a');
    expect(world.clock.nextIn()).toBeUndefined();
  });

  it('they are not, after the end', async () => {
    const newest = create();
    void newest.changed();
    await (await read(1)).finds('a', false);
    newest.end();
    expect(world.clock.nextIn()).toBeUndefined();
    await newest.changed();
    await read(1);
  });

  it('they are not, where the end comes during a read', async () => {
    const newest = create();
    void newest.changed();
    await newest.changed();
    const first = await read(1);
    newest.end();
    await first.finds('a', false);
    await read(1);
    expect(world.clock.nextIn()).toBeUndefined();
  });
});
