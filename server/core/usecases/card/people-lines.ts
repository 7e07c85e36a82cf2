import type {Attendance} from '../../domain/attendance.js';
import {kindOf} from '../../domain/card-kind.js';
import {type Card, cardState} from '../../domain/card.js';
import {harmless} from '../../domain/harmless.js';
import {type Crowd, MAX_NAMED, type Person} from '../../domain/people/crowd.js';
import type {Translate} from '../../ports/texts.js';

/** A line of a phone holds that many; when it is over, there is room for more. */
const NAMED_WHILE_LIVE = 5;

/** What the attachment says of people; nothing, where Zoom tells nothing of them. */
export function peopleLines(card: Card, people: Attendance, translate: Translate): string[] {
  if (kindOf(card).isWebinar) return audienceLines(card, people, translate);
  const {present, waiting, tookPart, isWithoutHost} = people;
  switch (cardState(card)) {
    case 'waiting':
      return waiting > 0 ? [translate('card.people.waiting', {count: waiting})] : [];
    case 'live':
      return [
        ...(present.count > 0
          ? [translate('card.people.present', {people: namesOf(present, NAMED_WHILE_LIVE, translate)})]
          : []),
        ...(isWithoutHost ? [translate('card.people.withoutHost')] : []),
        ...(waiting > 0 ? [translate('card.people.inWaitingRoom', {count: waiting})] : []),
      ];
    case 'ended': {
      const {count} = tookPart;
      if (count === 0) return [];
      return [translate('card.people.tookPart', {count, people: namesOf(tookPart, MAX_NAMED, translate)})];
    }
    case 'unknown':
    case 'cancelled':
    case 'expired':
    case 'shared':
      return [];
  }
}

/** Those who watch a webinar do not see who else does, and neither does the channel: they are counted. */
function audienceLines(card: Card, {present, tookPart}: Attendance, translate: Translate): string[] {
  const isOn = cardState(card) === 'live';
  const {count} = isOn ? present : tookPart;
  if (count === 0) return [];
  return [translate(isOn ? 'card.audience.present' : 'card.audience.tookPart', {count})];
}

/** The first of them by name, then those who have none, then how many more there are. */
function namesOf({people, count}: Crowd, limit: number, translate: Translate): string[] {
  const shown = people.slice(0, limit);
  const named = shown.filter(({name}) => name !== '');
  const callers = shown.filter(({name, isCaller}) => name === '' && isCaller).length;
  const nameless = shown.length - named.length - callers;
  const more = count - shown.length;
  return [
    ...named.map((person) => nameOf(person, named, translate)),
    ...(callers > 0 ? [translate('card.person.callers', {count: callers})] : []),
    ...(nameless > 0 ? [translate('card.person.guests', {count: nameless})] : []),
    ...(more > 0 ? [translate('card.person.more', {count: more})] : []),
  ];
}

function nameOf(person: Person, all: readonly Person[], translate: Translate): string {
  const others = all.filter((other) => other !== person).map(({name}) => name);
  const name = harmless(person.name, others.join(' '));
  if (person.isHost) return translate('card.person.host', {name});
  return person.userId === undefined ? translate('card.person.guest', {name}) : name;
}
