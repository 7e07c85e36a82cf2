import {box, button, control, createPlace, menu, row} from './elements.js';
import {planForm} from './plan-form.js';
import {fullName, type MeetingView, type PlanView, type SimulatorView} from './view.js';

const DAY_MS = 86_400_000;

/** 3 recurring without times · 4 personal room; 5, 6 and 9 are webinars. */
const PLANNED_TYPES = [2, 3, 8];
const isWebinar = ({type}: PlanView): boolean => [5, 6, 9].includes(type);

/** A meeting that is only in the calendar yet; as soon as somebody comes it is drawn with its people. */
export const isOnlyPlanned = ({type, status, waiting, past}: MeetingView): boolean =>
  PLANNED_TYPES.includes(type) && status === 'waiting' && waiting.length === 0 && past.length === 0;

/** What is planned in Zoom, a line each, and webinars also while they run. `only`: that webinar. */
export function createPlansSection(
  places: {section: HTMLElement; form: HTMLElement; list: HTMLElement},
  refresh: () => unknown,
  only: number | undefined,
): (view: SimulatorView) => void {
  const form = createPlace(places.form);
  const list = createPlace(places.list);
  return ({meetings, webinars, users, account}) => {
    form([users, account.id], () => [planForm(users, account.id, refresh)]);
    const planned = [...meetings.filter(isOnlyPlanned), ...webinars]
      .filter((plan) => plan.exists && (only === undefined || (plan.number === only && isWebinar(plan))))
      .sort((one, other) => (timeOf(one) ?? 0) - (timeOf(other) ?? 0));
    places.section.hidden = only !== undefined && planned.length === 0;
    list(planned, () => planned.map((plan) => line(plan, users, refresh)));
  };
}

function line(plan: PlanView, users: SimulatorView['users'], refresh: () => unknown): HTMLElement {
  const host = users.find(({id}) => id === plan.hostId);
  const time = timeOf(plan);
  const words = [
    String(plan.number),
    time === undefined
      ? 'no fixed time'
      : new Date(time).toLocaleString([], {dateStyle: 'medium', timeStyle: 'short'}),
    host === undefined ? '' : fullName(host),
    ...(isWebinar(plan)
      ? [`webinar${plan.status === 'started' ? `, on, ${plan.participants.length} there` : ''}`]
      : []),
    ...(plan.registrants.length > 0 ? [`${plan.registrants.length} registered`] : []),
  ];
  const small = document.createElement('small');
  small.textContent = words.filter((word) => word !== '').join(' · ');
  const item = document.createElement('li');
  item.append(box('name', plan.topic, small), row(...buttons(plan, refresh)));
  return item;
}

function buttons(plan: PlanView, refresh: () => unknown): HTMLElement[] {
  const path = `/${isWebinar(plan) ? 'webinars' : 'meetings'}/${plan.number}`;
  const act = (what: string, body: object = {}): Promise<unknown> =>
    control('POST', `${path}/${what}`, body).then(refresh);
  if (plan.status === 'started') {
    const guest = {name: `Guest ${plan.participants.length}`};
    const last = plan.participants.at(-1);
    return [
      button('Somebody attends', () => act('attend', guest)),
      ...(last === undefined ? [] : [button('The last leaves', () => act('leave', {who: last.id}))]),
      button('End it', () => act('end')),
    ];
  }
  const change = (changes: object) => () => control('PATCH', path, changes).then(refresh);
  const time = timeOf(plan);
  const newcomer = {
    email: `guest${plan.registrants.length + 1}@example.net`,
    firstName: `Guest ${plan.registrants.length + 1}`,
  };
  const choices = [
    ...(time === undefined ? [] : [{text: 'Move it by a day', run: change({startTime: time + DAY_MS})}]),
    {text: 'Rename it', run: change({topic: `${plan.topic} (changed)`})},
    ...(plan.settings.approval_type === 0 || plan.settings.approval_type === 1
      ? [{text: 'Somebody registers', run: () => act('register', newcomer)}]
      : []),
    {text: 'Delete it', run: () => control('DELETE', path).then(refresh)},
  ];
  return [button('Start it', () => act('start')), menu(`More for ${plan.topic}`, choices)];
}

/** The next date of a series, else the one time; the last, where none is to come. */
function timeOf({startTime, occurrences}: PlanView): number | undefined {
  const dates = occurrences.filter(({status}) => status === 'available').map((date) => date.startTime);
  return dates.find((date) => date > Date.now()) ?? dates.at(-1) ?? startTime;
}
