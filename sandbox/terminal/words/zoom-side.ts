import type {Session} from '../session.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';
import {actInMeeting, inZoom, named, theirPlaces} from '../act-in-meeting.js';

type Zoom = Session['sandbox']['zoom'];

/** What people do in Zoom. */
export const zoomWords: readonly Word[] = [
  {
    name: 'zoom start',
    argument: '[MEETING]',
    help: 'the host starts the meeting, or comes back to it',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom) => {
        zoom.startMeeting(number);
        return `In Zoom: the host has started "${topic}". ${theirPlaces(zoom, number)}`;
      }),
  },
  {
    name: 'zoom join',
    argument: 'NAME [MEETING]',
    help: 'somebody joins: a colleague, or a guest of that name; whoever is in already, with a second device',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom, name) => {
        const {where, name: called} = zoom.join(number, joinerNamed(zoom, named(name, 'join Ben')));
        const does = where === 'meeting' ? `has joined "${topic}"` : `waits for "${topic}"`;
        return `In Zoom: ${called} ${does}. ${theirPlaces(zoom, number)}`;
      }),
  },
  {
    name: 'zoom phone',
    argument: '[MEETING]',
    help: 'somebody dials in by telephone',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom) => {
        const {name} = zoom.join(number, {phoneNumber: '+1 646 555 0100'});
        return `In Zoom: ${name} has dialled in to "${topic}". ${theirPlaces(zoom, number)}`;
      }),
  },
  ...(
    [
      ['zoom leave', 'somebody leaves, or waits no longer', 'has left', 'leave'],
      ['zoom admit', 'the host lets somebody in who waits', 'was let in to', 'admit'],
      ['zoom put back', 'the host puts somebody into the waiting room', 'was put back from', 'putBack'],
    ] as const
  ).map(([word, help, done, act]): Word => ({
    name: word,
    argument: 'NAME [MEETING]',
    help,
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom, name) => {
        const {name: called} = zoom[act](number, fullName(zoom, named(name, `${word.slice(5)} Ben`)));
        return `In Zoom: ${called} ${done} "${topic}". ${theirPlaces(zoom, number)}`;
      }),
  })),
  {
    name: 'zoom breakout',
    argument: 'NAME [MEETING]',
    help: 'somebody goes to a breakout room, or comes back from it',
    run: (session, rest) =>
      actInMeeting(session, rest, (meeting, zoom, name) => {
        const who = fullName(zoom, named(name, 'breakout Ben'));
        const isThere = meeting.participants.some(
          (person) => person.name === who && person.room !== undefined,
        );
        zoom.moveTo(meeting.number, who, isThere ? undefined : 'Room 1');
        const does = isThere ? 'is back from the breakout room' : 'is in a breakout room';
        return `In Zoom: ${who} ${does}. ${theirPlaces(zoom, meeting.number)}`;
      }),
  },
  {
    name: 'zoom waiting room',
    argument: 'on or off [MEETING]',
    help: 'whether whoever joins has to be let in by the host',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom, word) => {
        zoom.changeMeeting(number, {waitingRoom: isOn(word, 'waiting room')});
        return `"${topic}" has ${word === 'on' ? 'a' : 'no'} waiting room now.`;
      }),
  },
  {
    name: 'zoom others first',
    argument: 'on or off [MEETING]',
    help: 'whether others may begin before the host',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom, word) => {
        zoom.changeMeeting(number, {joinBeforeHost: isOn(word, 'others first')});
        return `Others ${word === 'on' ? 'may' : 'may not'} begin "${topic}" before its host now.`;
      }),
  },
  {
    name: 'zoom lock',
    argument: 'on or off [MEETING]',
    help: 'whether nobody else comes in',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom, word) => {
        zoom.changeMeeting(number, {isLocked: isOn(word, 'lock')});
        return `"${topic}" is ${word === 'on' ? 'locked' : 'open'} now.`;
      }),
  },
  {
    name: 'zoom personal',
    argument: 'NAME',
    help: 'a colleague starts something private in their personal room',
    run({sandbox, screen}, rest) {
      const owner = colleague(sandbox.zoom, rest);
      if (owner === undefined) throw new TerminalError('Whose? For example: zoom personal Ana');
      inZoom(() => {
        const {topic} = sandbox.zoom.startMeeting(owner.pmi);
        screen.line(`In Zoom: "${topic}" is on, for something private.`);
      });
    },
  },
  {
    name: 'zoom end',
    argument: '[MEETING]',
    help: 'the host ends the meeting',
    run: (session, rest) =>
      actInMeeting(session, rest, ({number, topic}, zoom) => {
        zoom.endMeeting(number);
        return `In Zoom: "${topic}" has ended.`;
      }),
  },
];

const called = ({firstName, lastName}: Zoom['users'][number]): string => `${firstName} ${lastName}`.trim();

/** A colleague may be typed by their first name alone. */
const colleague = ({users, account}: Zoom, typed: string): Zoom['users'][number] | undefined =>
  users.find(
    (user) =>
      user.accountId === account.id &&
      [user.firstName, called(user)].some((name) => name.toLowerCase() === typed.toLowerCase()),
  );

function fullName(zoom: Zoom, typed: string): string {
  const user = colleague(zoom, typed);
  return user === undefined ? typed : called(user);
}

function joinerNamed(zoom: Zoom, name: string): {name: string} | {email: string} {
  const user = colleague(zoom, name);
  return user === undefined ? {name} : {email: user.email};
}

function isOn(typed: string, word: string): boolean {
  if (typed !== 'on' && typed !== 'off')
    throw new TerminalError(`Type zoom ${word} on, or zoom ${word} off.`);
  return typed === 'on';
}
