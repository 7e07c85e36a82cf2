import type {AnyGathering} from '../../zoom/state/records.js';
import {inZoom, named} from '../act-in-meeting.js';
import {findPlan, type Kind} from '../find-plan.js';
import type {Session} from '../session.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

type Zoom = Session['sandbox']['zoom'];

const DAY_MS = 86_400_000;

/** How something is planned: the word for it, what it is called, and how. */
const PLANS = [
  {
    word: 'zoom plan weekly',
    what: 'a weekly meeting',
    plan: (zoom: Zoom, common: Common) =>
      zoom.addMeeting({...common, type: 8, recurrence: {type: 2, end_times: 8}}),
  },
  {
    word: 'zoom plan registration',
    what: 'a meeting to register for',
    plan: (zoom: Zoom, common: Common) => zoom.addMeeting({...common, type: 2, settings: {approval_type: 0}}),
  },
  {
    word: 'zoom plan webinar',
    what: 'a webinar to register for',
    plan: (zoom: Zoom, common: Common) => zoom.addWebinar({...common, settings: {approval_type: 0}}),
  },
  {
    word: 'zoom plan',
    what: 'a meeting',
    plan: (zoom: Zoom, common: Common) => zoom.addMeeting({...common, type: 2}),
  },
] as const;

interface Common {
  hostId: string;
  topic: string;
  startTime: number;
}

/** What people put into Zoom's calendar, and what becomes of it. */
export const zoomCalendarWords: readonly Word[] = [
  ...PLANS.map(({word, what, plan}): Word => ({
    name: word,
    argument: 'TOPIC',
    help: `you plan ${what} for tomorrow`,
    run({sandbox: {zoom}, screen, person}, topic) {
      const host = zoom.users.find(({email}) => email === person.email);
      if (host === undefined) throw new TerminalError(`Zoom does not know ${person.first_name}.`);
      if (topic === '') throw new TerminalError(`What is it about? For example: ${word} Plans`);
      const startTime = Date.now() + DAY_MS;
      const {number} = plan(zoom, {hostId: host.id, topic, startTime});
      screen.line(`In Zoom: ${what}, "${topic}", is planned for tomorrow, under the number ${number}.`);
    },
  })),
  {
    name: 'zoom move',
    argument: '[NUMBER]',
    help: 'it is put off by a day',
    run: (session, rest) =>
      actOnPlan(session, rest, 'any', ({number, topic, startTime}, zoom) => {
        if (startTime === undefined) return `"${topic}" has no fixed time.`;
        zoom.changeMeeting(number, {startTime: startTime + DAY_MS});
        return `In Zoom: "${topic}" takes place a day later.`;
      }),
  },
  {
    name: 'zoom rename',
    argument: 'TOPIC [NUMBER]',
    help: 'it gets another topic',
    run: (session, rest) =>
      actOnPlan(session, rest, 'any', ({number, topic}, zoom, other) => {
        zoom.changeMeeting(number, {topic: named(other, 'rename Plans')});
        return `In Zoom: "${topic}" is called "${other}" now.`;
      }),
  },
  {
    name: 'zoom delete',
    argument: '[NUMBER]',
    help: 'it is taken out of the calendar',
    run: (session, rest) =>
      actOnPlan(session, rest, 'any', ({number, topic}, zoom) => {
        zoom.deleteMeeting(number);
        return `In Zoom: "${topic}" is deleted.`;
      }),
  },
  {
    name: 'zoom register',
    argument: 'NAME [NUMBER]',
    help: 'somebody registers for it',
    run: (session, rest) =>
      actOnPlan(session, rest, 'any', ({number, topic}, zoom, name) => {
        const [firstName = ''] = named(name, 'register Carla').split(' ');
        zoom.register(number, {email: `${firstName.toLowerCase()}@example.net`, firstName});
        return `In Zoom: ${name} has registered for "${topic}".`;
      }),
  },
  {
    name: 'zoom webinar start',
    argument: '[NUMBER]',
    help: 'the host starts the webinar',
    run: (session, rest) =>
      actOnPlan(session, rest, 'webinar', ({number, topic}, zoom) => {
        zoom.startWebinar(number);
        return `In Zoom: the host has started "${topic}".`;
      }),
  },
  ...(
    [
      ['attend', 'somebody comes to the webinar', 'attends'],
      ['leave', 'somebody leaves the webinar', 'has left'],
    ] as const
  ).map(([act, help, does]): Word => ({
    name: `zoom webinar ${act}`,
    argument: 'NAME [NUMBER]',
    help,
    run: (session, rest) =>
      actOnPlan(session, rest, 'webinar', ({number, topic}, zoom, typed) => {
        const name = named(typed, `webinar ${act} Carla`);
        if (act === 'attend') zoom.attend(number, {name});
        else zoom.leaveWebinar(number, name);
        return `In Zoom: ${name} ${does} "${topic}".`;
      }),
  })),
  {
    name: 'zoom webinar end',
    argument: '[NUMBER]',
    help: 'the host ends the webinar',
    run: (session, rest) =>
      actOnPlan(session, rest, 'webinar', ({number, topic}, zoom) => {
        zoom.endWebinar(number);
        return `In Zoom: "${topic}" has ended.`;
      }),
  },
];

/** The argument ends in a number, or what was planned last is meant. @returns what to say of it */
function actOnPlan(
  session: Session,
  argument: string,
  kind: Kind,
  carryOut: (plan: AnyGathering, zoom: Zoom, rest: string) => string,
): void {
  const {zoom} = session.sandbox;
  const [, rest = '', number = ''] = /^(.*?)\s*(\d[\d ]{8,})?$/.exec(argument) ?? [];
  const plan = findPlan(zoom, kind, number.replaceAll(' ', ''));
  inZoom(() => session.screen.line(carryOut(plan, zoom, rest)));
}
