import {addressDigest} from '../domain/address-digest.js';
import {isAbout} from '../domain/apply-event.js';
import {kindOf} from '../domain/card-kind.js';
import type {Card} from '../domain/card.js';
import type {MeetingEvent} from '../domain/events.js';
import type {HeardParticipant} from '../domain/participant.js';
import type {Cards} from '../ports/cards.js';
import type {AwaitStart} from './await-start.js';
import type {HearOutcome} from './hear-of-meeting.js';
import type {RecogniseParticipant} from './recognise-participant.js';
import type {RecordMeetingEvent} from './record-meeting-event.js';

/** Somebody came to a meeting or went from it, as Zoom tells it. */
export type HeardEvent = Omit<MeetingEvent<'joined' | 'left'>, 'participant'> & {
  participant: HeardParticipant;
};

/** Rejects when the store fails. */
export type HearOfParticipant = (event: HeardEvent, authenticity: 'fresh' | 'stale') => Promise<HearOutcome>;

interface HearOfParticipantDeps {
  cards: Pick<Cards, 'ofNumber'>;
  /** Resolves when no card of this meeting is about to be written. */
  settled: (number: string) => Promise<void>;
  /** As far as this process knows: nothing is asked for it. */
  awaitKnownStart: AwaitStart;
  recognise: RecogniseParticipant;
  record: RecordMeetingEvent;
}

/**
 * Zoom tells of everybody in every meeting of a company: about those that nobody started from here, nothing but the
 * store is asked, and that once. One that is stale says too little to ask Zoom about.
 */
export const createHearOfParticipant =
  ({cards, settled, awaitKnownStart, recognise, record}: HearOfParticipantDeps): HearOfParticipant =>
  async ({participant, ...event}, authenticity) => {
    if (authenticity === 'stale') return {kind: 'hint'};
    await settled(event.number);
    const {address, ...unrecognised} = participant;
    const isTheirs = (card: Card): boolean => isAbout(card, {...event, participant: unrecognised});
    let stored = await cards.ofNumber(event.number);
    const isStarting = !stored.cards.some(isTheirs) && (await awaitKnownStart(event.number, stored.cards));
    if (isStarting) stored = await cards.ofNumber(event.number);
    const theirs = stored.cards.filter(isTheirs);
    // Whoever watches a webinar is counted, and named nowhere.
    if (theirs.length > 0 && theirs.every((card) => kindOf(card).isWebinar))
      return record({
        ...event,
        participant: {...unrecognised, addressDigest: address && addressDigest(address)},
      });
    if (theirs.length > 0)
      return record({...event, participant: await recognise(participant, theirs, 'guest')});
    if (stored.unreadable !== undefined) throw stored.unreadable;
    return {kind: isStarting ? 'not-shown' : 'unknown-meeting'};
  };
