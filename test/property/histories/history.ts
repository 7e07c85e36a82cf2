import fc from 'fast-check';
import type {Whereabouts} from '../../../server/core/domain/events.js';

/** Seconds after the first card was opened: Zoom's times are whole seconds. */
export type Second = number;

/** Known here by consent, by address, to Zoom alone, and not at all (with a name that others have, too). */
export const PEOPLE = ['ana', 'ben', 'cat', 'iPhone'] as const;
export type Person = (typeof PEOPLE)[number];

export interface Step {
  at: Second;
  way: 'joined' | 'left';
  where: Whereabouts;
}

/** A device of somebody, from its coming to its going. Whoever comes back has another number. */
export interface Visit {
  stayId: string;
  person: Person;
  steps: readonly Step[];
}

/** A meeting behind a number, from its beginning to its end. */
export interface Occurrence {
  uuid: string;
  from: Second;
  to: Second;
  visits: readonly Visit[];
}

/** What happens in Zoom under one number, and when cards were opened for it here. */
export interface Story {
  kind: 'instant' | 'personal' | 'scheduled';
  number: string;
  cards: readonly {id: string; at: Second}[];
  occurrences: readonly Occurrence[];
  /** Of what was scheduled: what its card shows at first, and what its host makes of it then. */
  plans?: {first: Plan; then: Plan; changedAt: Second};
}

export interface Plan {
  startsAt: Second;
  minutes: number;
}

const HOUR = 3_600;

/** Seconds of a visit, as parts of 1 000 of what is left of the occurrence. */
const visit = fc.record({
  person: fc.constantFrom(...PEOPLE),
  comesAt: fc.integer({min: 0, max: 900}),
  staysFor: fc.integer({min: 20, max: 1_000}),
  way: fc.constantFrom<'in' | 'lobby' | 'lobby only' | 'early' | 'rooms'>(
    'in',
    'in',
    'lobby',
    'lobby only',
    'early',
    'rooms',
  ),
});
type Planned = typeof visit extends fc.Arbitrary<infer T> ? T : never;

const occurrence = fc.record({
  after: fc.oneof(fc.integer({min: 60, max: HOUR / 2}), fc.integer({min: HOUR, max: 3 * HOUR})),
  length: fc.integer({min: 300, max: HOUR}),
  visits: fc.array(visit, {maxLength: 6}),
});
type PlannedOccurrence = typeof occurrence extends fc.Arbitrary<infer T> ? T : never;

/** Where somebody is, step by step; who moves between rooms leaves one and comes to the other a second later. */
function stepsOf({way}: Planned, from: Second, to: Second): Step[] {
  const half = Math.floor((from + to) / 2);
  const third = Math.floor((to - from) / 3);
  const step = (at: Second, way: Step['way'], where: Whereabouts): Step => ({at, way, where});
  const [comes, goes] = [step(from, 'joined', 'meeting'), step(to, 'left', 'meeting')];
  switch (way) {
    case 'in':
      return [comes, goes];
    case 'lobby only':
      return [step(from, 'joined', 'waitingRoom'), step(to, 'left', 'waitingRoom')];
    case 'lobby':
      return [
        step(from, 'joined', 'waitingRoom'),
        step(half, 'left', 'waitingRoom'),
        step(half + 1, 'joined', 'meeting'),
        goes,
      ];
    case 'early':
      return [step(from, 'joined', 'forTheHost'), step(half, 'left', 'forTheHost')];
    case 'rooms':
      return [
        comes,
        step(from + third, 'left', 'meeting'),
        step(from + third + 1, 'joined', 'breakoutRoom'),
        step(to - third, 'left', 'breakoutRoom'),
        step(to - third + 1, 'joined', 'meeting'),
        goes,
      ];
  }
}

/** The host need not wait, and of guests with one name nobody can tell who of them waits. */
const wayOf = ({person, way}: Planned): Planned['way'] =>
  (person === 'ana' || person === 'iPhone') && way !== 'rooms' ? 'in' : way;

function visitOf(planned: Planned, stayId: string, from: Second, to: Second): Visit {
  const length = to - from;
  const way = wayOf(planned);
  const comes = from + Math.floor((length * planned.comesAt) / 1_000);
  const goes = Math.min(to, comes + 12 + Math.floor(((to - comes) * planned.staysFor) / 1_000));
  // Who waits for the host does so before the beginning.
  const [first, last] = way === 'early' ? [from - 40, from - 2] : [comes, Math.max(goes, comes + 12)];
  return {stayId, person: planned.person, steps: stepsOf({...planned, way}, first, last)};
}

function occurrencesOf(planned: readonly PlannedOccurrence[], number: string): Occurrence[] {
  let at = 0;
  return planned.map(({after, length, visits}, index) => {
    const from = at + after;
    at = from + length;
    const uuid = `uuid-${number}-${index}==`;
    // The last to go may go with the end.
    const end = at + 15;
    at = end;
    return {
      uuid,
      from,
      to: end,
      visits: visits.map((each, nth) => visitOf(each, `${index + 1}${nth + 10}`, from, end)),
    };
  });
}

const instant = (number: string): fc.Arbitrary<Story> =>
  occurrence.map((planned) => ({
    kind: 'instant',
    number,
    cards: [{id: `card-${number}`, at: 0}],
    occurrences: occurrencesOf([{...planned, after: Math.min(planned.after, HOUR / 2)}], number),
  }));

const personal = (number: string): fc.Arbitrary<Story> =>
  fc
    .record({
      occurrences: fc.array(occurrence, {minLength: 1, maxLength: 3}),
      // In parts of 1 000 of all that happens under the number.
      second: fc.option(fc.integer({min: 1, max: 900})),
    })
    .map(({occurrences: planned, second}) => {
      const occurrences = occurrencesOf(planned, number);
      const end = occurrences.at(-1)?.to ?? 0;
      const cards = [
        {id: `card-${number}`, at: 0},
        ...(second === null ? [] : [{id: `later-${number}`, at: Math.floor((end * second) / 1_000)}]),
      ];
      return {kind: 'personal', number, cards, occurrences};
    });

/**
 * A trial long before, the meeting itself, which may not be held, and whatever its host does under the number later.
 * It may be put off before anything has begun in the time of either plan.
 */
const scheduled = (number: string): fc.Arbitrary<Story> =>
  fc
    .record({
      startsAt: fc.integer({min: 8_000, max: 14_000}),
      minutes: fc.integer({min: 5, max: 60}),
      changedAt: fc.integer({min: 30, max: 3_000}),
      putOff: fc.constantFrom(0, 0, 600, 3_000, 7_000),
      trial: fc.option(occurrence),
      own: fc.option(occurrence, {freq: 5}),
      // In parts of 1 000 of the time in which it can begin.
      beginsAt: fc.integer({min: 0, max: 999}),
      later: fc.option(occurrence),
    })
    .map(({startsAt, minutes, changedAt, putOff, trial, own, beginsAt, later}) => {
      const first = {startsAt, minutes};
      const then = {startsAt: startsAt + putOff, minutes};
      const {from, to} = slotOf(then);
      const begins = from + Math.floor(((to - from) * beginsAt) / 1_000);
      let end = 0;
      const after = (at: Second, planned: PlannedOccurrence, length: number): PlannedOccurrence => {
        const pause = Math.max(60, at - end);
        end += pause + length + 15;
        return {...planned, after: pause, length};
      };
      const planned = [
        ...(trial === null ? [] : [after(trial.after % 1_800, trial, Math.min(trial.length, 900))]),
        ...(own === null ? [] : [after(begins, own, own.length)]),
        // Where nobody came, nobody comes just then.
        ...(later === null
          ? []
          : [after(Math.max(end + 60, own === null ? to + 100 : 0), later, later.length)]),
      ];
      const cards = [{id: `card-${number}`, at: 0}];
      const occurrences = occurrencesOf(planned, number);
      return {kind: 'scheduled', number, cards, occurrences, plans: {first, then, changedAt}};
    });

/** When a planned meeting has to begin, to be that of its card. */
export const slotOf = ({startsAt, minutes}: Plan): {from: Second; to: Second} => ({
  from: startsAt - HOUR,
  to: startsAt + minutes * 60 + HOUR,
});

/** What befalls an event on its way. */
export interface Fate {
  isLost: boolean;
  /** How many seconds after it happened it is delivered, and to which node: at least once. */
  copies: readonly {after: Second; node: number}[];
}

/** What befalls a node: it dies, or a call of its fails. */
export interface Mishap {
  at: Second;
  node: number;
  atCall: number;
  isCarriedOut: boolean;
  kind: 'dies' | 'fails';
}

export interface History {
  stories: readonly Story[];
  /** They are dealt out to the events in turn. */
  fates: readonly Fate[];
  mishaps: readonly Mishap[];
  /** Of the time between two looks of the job that asks Zoom, the part in which the first one comes. */
  asksAt: number;
}

const fate = (losses: 'none' | 'some' | 'all'): fc.Arbitrary<Fate> =>
  fc.record({
    isLost: losses === 'some' ? fc.boolean() : fc.constant(losses === 'all'),
    copies: fc.array(
      fc.record({
        after: fc.oneof(fc.integer({min: 0, max: 3}), fc.integer({min: 0, max: 400})),
        node: fc.integer({min: 0, max: 1}),
      }),
      {minLength: 1, maxLength: 3},
    ),
  });

const mishap: fc.Arbitrary<Mishap> = fc.record({
  at: fc.integer({min: 0, max: 2 * HOUR}),
  node: fc.integer({min: 0, max: 1}),
  atCall: fc.integer({min: 1, max: 12}),
  isCarriedOut: fc.boolean(),
  kind: fc.constantFrom('dies', 'fails'),
});

/** Histories of one to three numbers. */
export const histories = (losses: 'none' | 'some' | 'all'): fc.Arbitrary<History> =>
  fc.record({
    stories: fc
      .array(fc.constantFrom(instant, personal, scheduled), {minLength: 1, maxLength: 3})
      .chain((kinds) => fc.tuple(...kinds.map((of, index) => of(String(85_500_000_001 + index))))),
    fates: fc.array(fate(losses), {minLength: 5, maxLength: 20}),
    mishaps: fc.array(mishap, {maxLength: 3}),
    asksAt: fc.integer({min: 0, max: 999}),
  });
