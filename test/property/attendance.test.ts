import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {attendance} from '../../server/core/domain/attendance.js';
import {isInside, type MeetingEvent} from '../../server/core/domain/events.js';
import {after, begins, ends} from '../support/meeting-story.js';
import {type ScriptedPerson, scripts} from '../support/meeting-script.js';
import type {ScriptedDevice} from '../support/scripted-device.js';
import {runsOf} from '../support/thorough.js';

type Coming = MeetingEvent<'joined' | 'left'>;

const eventsOf = (people: readonly ScriptedPerson[]): Coming[] =>
  people.flatMap(({devices}) => devices.flatMap(({events}) => events));

/** All of them, in an order and with repetitions of their own. */
const shuffled = (events: readonly Coming[]): fc.Arbitrary<readonly Coming[]> =>
  fc.array(fc.constantFrom(...events), {maxLength: events.length === 0 ? 0 : 10}).chain((again) => {
    const all = [...events, ...again];
    return fc.shuffledSubarray(all, {minLength: all.length});
  });

const meetings = scripts
  .filter((people) => eventsOf(people).length > 0)
  .chain((people) => fc.record({people: fc.constant(people), delivered: shuffled(eventsOf(people))}));

const isIn = ({place}: ScriptedDevice): boolean => place !== 'gone' && isInside(place);
const names = (people: readonly {shownAs: string}[]): string[] => people.map(({shownAs}) => shownAs).sort();
const shownIn = ({people}: {people: readonly {name: string}[]}): string[] =>
  people.map(({name}) => name).sort();

/** What really is, from what everybody did. */
function truth(people: readonly ScriptedPerson[]) {
  const present = people.filter(({devices}) => devices.some(isIn));
  const host = people.find(({isHost}) => isHost);
  const hostIsIn = host !== undefined && present.includes(host);
  const hostCameAt = Math.max(...(host?.devices ?? []).map(({cameInAt}) => cameInAt));
  const waits = (device: ScriptedDevice): boolean =>
    device.place === 'waitingRoom' ||
    (device.place === 'forTheHost' && !hostIsIn && device.waitsSince > hostCameAt);
  const waiting = people.filter(({isHost, devices}) => {
    const cameInAt = Math.max(...devices.map((device) => device.cameInAt));
    const isHere = isHost || devices.some(isIn);
    return !isHere && devices.some((device) => waits(device) && device.waitsSince > cameInAt);
  });
  return {present: names(present), waiting: waiting.length, hostIsIn, tookPart: names(tookPart(people))};
}

/** Of those who go by one name, as many as were in at the same time. */
function tookPart(people: readonly ScriptedPerson[]): ScriptedPerson[] {
  const came = people.filter(({devices}) => devices.some(({spans}) => spans.length > 0));
  const [one, two, ...others] = came.filter(({shownAs}) => shownAs === 'iPhone');
  expect(others).toEqual([]);
  const spans = ({devices}: ScriptedPerson) => devices.flatMap((device) => device.spans);
  const wereTogether =
    one !== undefined &&
    two !== undefined &&
    spans(one).some(([from, to]) => spans(two).some((other) => from < other[1] && other[0] < to));
  return wereTogether ? came : came.filter((person) => person !== two);
}

describe('Who is in, waits and took part', () => {
  it('P2 is what people did, in whatever order, and however often, Zoom tells of it', () => {
    fc.assert(
      fc.property(meetings, ({people, delivered}) => {
        const {present, waiting, tookPart: came, hostIsIn} = attendance(after(begins(0), ...delivered));
        const shown = {present: shownIn(present), waiting, hostIsIn, tookPart: shownIn(came)};
        expect(shown).toEqual(truth(people));
      }),
      {numRuns: runsOf(400)},
    );
  });

  it('P2 is the same card in any order, to the letter', () => {
    fc.assert(
      fc.property(meetings, ({people, delivered}) => {
        const card = after(...delivered);
        expect(card.stays).toEqual(after(...eventsOf(people)).stays);
        expect(after(...delivered, ...delivered)).toEqual(card);
      }),
      {numRuns: runsOf(100)},
    );
  });

  it('never is somebody who left or nobody who is less than nothing, whatever gets lost', () => {
    const some = meetings.chain(({delivered}) => fc.subarray([...delivered]));
    fc.assert(
      fc.property(some, (delivered) => {
        const {present, waiting, tookPart: came} = attendance(after(begins(0), ...delivered));
        const stays = new Set(delivered.filter((event) => mayBeIn(event, delivered)).map(stayOf));
        const mayBe = names([...stays].map((stayId) => ({shownAs: nameOf(stayId, delivered)})));
        expect(shownIn(present).filter((name) => !mayBe.includes(name))).toEqual([]);
        expect(present.count).toBeLessThanOrEqual(stays.size);
        expect(Math.min(present.count, waiting, came.count)).toBeGreaterThanOrEqual(0);
        expect(came.count).toBeGreaterThanOrEqual(present.count);
      }),
      {numRuns: runsOf(400)},
    );
  });

  it('is nobody when it is over, and who took part stays', () => {
    fc.assert(
      fc.property(meetings, ({people, delivered}) => {
        const over = attendance(after(begins(0), ...delivered, ends(9_000)));
        expect(over).toMatchObject({present: {count: 0}, waiting: 0, hostIsIn: false});
        expect(shownIn(over.tookPart)).toEqual(truth(people).tookPart);
      }),
      {numRuns: runsOf(100)},
    );
  });
});

const stayOf = ({participant}: Coming): string => participant.stayId ?? '';
const nameOf = (stayId: string, events: readonly Coming[]): string => {
  const {participant} = events.find((event) => stayOf(event) === stayId) as Coming;
  return participant.userId === undefined ? (participant.name.split(' ')[0] ?? '') : participant.name;
};

/** Came to a room inside which Zoom has told of no later leave from. */
const mayBeIn = (event: Coming, all: readonly Coming[]): boolean =>
  event.kind === 'joined' &&
  isInside(event.where) &&
  !all.some(
    (other) =>
      other.kind === 'left' &&
      stayOf(other) === stayOf(event) &&
      other.where === event.where &&
      (other.at ?? 0) > (event.at ?? 0),
  );
