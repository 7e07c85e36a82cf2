import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {CARD_KINDS} from '../../../../server/core/domain/card-kind.js';
import {cardSchema} from '../../../../server/core/domain/card.js';
import {jobSchema} from '../../../../server/core/domain/job.js';
import type {KeyValue} from '../../../../server/core/ports/key-value.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {bringBackJobs} from '../../../../server/outbound/store/bring-back-jobs.js';
import {createBuckets} from '../../../../server/outbound/store/job-buckets.js';
import {createJobs} from '../../../../server/outbound/store/jobs.js';
import {listOf} from '../../../../server/outbound/store/list-format.js';
import {openRows} from '../../../../server/outbound/store/open-rows.js';
import {defineRow} from '../../../../server/outbound/store/row-kind.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const HALF_MINUTE = 30_000;
const card = createSampleCard();
const webinarCard = {...card, id: 'webinar', kind: 'webinar'} as const;
const {number} = card.meeting;

/** The rows as a later version could declare them: cards know who is in, and some stand for webinars. */
const people = z.array(z.object({name: z.string(), joinedAt: z.number()}));
const laterCards = defineRow({
  key: 'meeting_<number>',
  version: 2,
  stops: 'nothing',
  holds: listOf(
    z.object({
      ...cardSchema.shape,
      kind: z.enum([...CARD_KINDS, 'webinar']).optional(),
      people: people.optional(),
    }),
  ),
});
const laterJobs = defineRow({
  key: 'jobs_<half minute>',
  version: 2,
  stops: 'nothing',
  holds: listOf(z.object({...jobSchema.shape, kind: z.string()})),
});

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const stored = (key: string): Record<string, unknown>[] =>
  JSON.parse(world.keyValue.rows()[key] ?? '[]') as Record<string, unknown>[];
const ended = {kind: 'ended', number, endedAt: OPENED_AT + 60_000, receivedAt: OPENED_AT + 60_000} as const;
const joins = (name: string) => ({name, joinedAt: OPENED_AT});

/** A node of the later version notes somebody who joins, one of this version that the meeting has ended. */
async function noteJoin(outside: Pick<FakeWorld, 'keyValue' | 'clock' | 'random' | 'logger'>, name: string) {
  await openRows(outside)(laterCards, [number]).update((cards) =>
    cards.map((known) =>
      known.kind === 'webinar' ? known : {...known, people: [...(known.people ?? []), joins(name)]},
    ),
  );
}
async function noteEnd(outside: Pick<FakeWorld, 'keyValue' | 'clock' | 'random' | 'logger'>) {
  await (await createCards(outside).ofNumber(number)).update((known) => applyEvent(known, ended));
}

describe('two versions side by side on one store', () => {
  it('lose nothing of each other, in whatever order their reads and writes come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        world = createFakeWorld();
        await openRows(world)(laterCards, [number]).update(() => [webinarCard, card]);
        const slow =
          <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
          (...args: Args) =>
            scheduler.schedule(call(...args));
        const clock = {
          ...world.clock,
          after: (_ms: number, task: () => void) => (queueMicrotask(task), () => undefined),
        };
        const keyValue = {
          ...world.keyValue,
          get: slow((key: string) => world.keyValue.get(key)),
          compareAndSet: slow((...args: Parameters<KeyValue['compareAndSet']>) =>
            world.keyValue.compareAndSet(...args),
          ),
        };
        const outside = {...world, clock, keyValue};
        await scheduler.waitFor(
          Promise.all([
            noteJoin(outside, 'Ana'),
            noteEnd(outside),
            noteJoin(outside, 'Ben'),
            noteEnd(outside),
          ]),
        );
        const [webinar, meeting] = stored(`meeting_${number}`);
        expect(webinar).toEqual({v: 2, ...webinarCard});
        expect(meeting).toMatchObject({v: 2, id: card.id, endedAt: ended.endedAt});
        expect((meeting?.['people'] as {name: string}[]).map(({name}) => name).sort()).toEqual([
          'Ana',
          'Ben',
        ]);
      }),
      {numRuns: 50},
    );
  });
});

describe('a downgrade, and an upgrade again', () => {
  it('keep what only the later version knows of a card, and what the earlier one added', async () => {
    await createCards(world).add(card);
    await noteJoin(world, 'Ana');
    await noteEnd(world);
    await passTimeUntil(world.clock, createCards(world).add(createSampleCard({id: 'another'})));
    await noteJoin(world, 'Ben');
    expect(stored(`meeting_${number}`)).toMatchObject([
      {v: 2, id: card.id, endedAt: ended.endedAt, people: [joins('Ana'), joins('Ben')]},
      {v: 2, id: 'another', people: [joins('Ben')]},
    ]);
  });

  it('leave jobs of a kind that this version does not know to the version that knows them', async () => {
    const bucket = Math.floor(world.clock.now() / HALF_MINUTE) + 2;
    const dueAt = bucket * HALF_MINUTE;
    const reminder = {
      kind: 'send-reminder',
      about: '1',
      dueAt,
      since: OPENED_AT,
      tries: 0,
      text: 'In 5 minutes',
    };
    const thisVersion = () => createJobs({...world, owner: 'earlier'});
    await thisVersion().schedule({kind: 'ask-zoom', about: number, dueAt});
    await passTimeUntil(
      world.clock,
      openRows(world)(laterJobs, [String(bucket)]).update((jobs) => [...jobs, reminder]),
    );
    world.clock.advance(10 * 60_000);
    const earlier = thisVersion();
    const taken = await earlier.takeDue();
    expect(taken.map(({kind}) => kind)).toEqual(['ask-zoom']);
    for (const job of taken) await earlier.finish(job);
    // It goes on past the bucket, which stays; so do other processes of this version that start.
    for (const jobs of [earlier, thisVersion()]) expect(await jobs.takeDue()).toEqual([]);
    expect(stored(`jobs_${bucket}`)).toEqual([{v: 2, ...reminder}]);
    const {left} = JSON.parse(world.keyValue.rows()['jobs_cursor'] ?? '{}') as {left: number[]};
    expect(left).toEqual([bucket]);
    const readByLater = await openRows(world)(laterJobs, [String(bucket)]).known();
    expect(readByLater).toEqual([{v: 2, ...reminder}]);
  });

  it('bring jobs back that were left behind, as soon as a process can read them', async () => {
    const bucket = Math.floor(world.clock.now() / HALF_MINUTE) - 100;
    const job = {kind: 'ask-zoom', about: number, dueAt: 0, since: 0, tries: 3, later: 'kept'};
    await world.keyValue.put(`jobs_${bucket}`, JSON.stringify([job]));
    await world.keyValue.put('jobs_cursor', JSON.stringify({v: 1, bucket: bucket + 90, left: [bucket]}));
    const jobs = createJobs({...world, owner: 'later'});
    await jobs.takeDue();
    expect(world.keyValue.rows()).not.toHaveProperty(`jobs_${bucket}`);
    expect(JSON.parse(world.keyValue.rows()['jobs_cursor'] ?? '')).toMatchObject({left: []});
    world.clock.advance(2 * HALF_MINUTE);
    expect(await jobs.takeDue()).toMatchObject([{about: number, tries: 3, later: 'kept'}]);
  });

  it('take jobs out of a bucket of which the rest stays unreadable', async () => {
    const bucket = 5;
    const job = {kind: 'ask-zoom', about: number, dueAt: 0, since: 0, tries: 0};
    await world.keyValue.put(`jobs_${bucket}`, JSON.stringify([job, {kind: 'send-reminder'}]));
    expect(await bringBackJobs(createBuckets(world), [bucket])).toEqual(new Set());
    expect(stored(`jobs_${bucket}`)).toEqual([{kind: 'send-reminder'}]);
  });
});
