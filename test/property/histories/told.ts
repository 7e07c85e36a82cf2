import {isInside, type MeetingEvent} from '../../../server/core/domain/events.js';
import type {HeardEvent} from '../../../server/core/usecases/hear-of-participant.js';
import type {PlanNews} from '../../../server/core/usecases/hear-of-plan.js';
import {ben} from '../../support/people.js';
import {OPENED_AT} from '../../support/sample-card.js';
import type {Person, Second, Story} from './history.js';

/** Something that Zoom sends. */
export interface Told {
  at: Second;
  uuid: string;
  /** By when the occurrence had begun, as far as it says; 0: it says when. */
  begunBy: Second | undefined;
  event:
    | {by: 'meeting'; event: MeetingEvent}
    | {by: 'participant'; event: HeardEvent}
    | {by: 'plan'; event: PlanNews};
}

/** As Zoom names them. */
export const PARTICIPANTS: Readonly<Record<Person, {name: string; zoomUserId?: string; address?: string}>> = {
  ana: {name: 'Ana Silva', zoomUserId: 'zoom-ana'},
  ben: {name: 'Ben', address: ben.email},
  cat: {name: 'Cat Kim', zoomUserId: 'zoom-cat'},
  iPhone: {name: 'iPhone'},
};

export const msOf = (at: Second): number => OPENED_AT + at * 1_000;

/** All that Zoom would tell of a story, in the order in which it happens. */
export const toldOf = (story: Story): Told[] => [...changeOf(story), ...meetingsOf(story)];

function changeOf({number, plans}: Story): Told[] {
  if (plans === undefined || plans.first.startsAt === plans.then.startsAt) return [];
  const event = {what: 'changed', number, receivedAt: 0} as const;
  return [{at: plans.changedAt, uuid: '', begunBy: undefined, event: {by: 'plan', event}}];
}

function meetingsOf({number, occurrences}: Story): Told[] {
  return occurrences.flatMap(({uuid, from, to, visits}): Told[] => {
    const about = {number, uuid, hostId: 'zoom-ana', receivedAt: 0};
    const meeting = (at: Second, event: MeetingEvent): Told => ({
      at,
      uuid,
      begunBy: 0,
      event: {by: 'meeting', event},
    });
    const people = visits.flatMap(({stayId, person, steps}) =>
      steps.map(({at, way, where}): Told => {
        const participant = {stayId, ...PARTICIPANTS[person]};
        return {
          at,
          uuid,
          begunBy: way === 'joined' && isInside(where) ? at : undefined,
          event: {by: 'participant', event: {kind: way, ...about, participant, where, at: msOf(at)}},
        };
      }),
    );
    return [
      meeting(from, {kind: 'started', ...about, startedAt: msOf(from)}),
      ...people,
      meeting(to, {kind: 'ended', ...about, startedAt: msOf(from), endedAt: msOf(to)}),
    ];
  });
}
