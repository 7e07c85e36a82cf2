import {button, control, row} from './elements.js';
import {fullName, type UserView} from './view.js';

const DAY_MS = 86_400_000;

/** What one can plan; all begins tomorrow at this time. */
const KINDS: Readonly<Record<string, {text: string; path: string; plan: object}>> = {
  meeting: {text: 'a meeting tomorrow', path: '/meetings', plan: {type: 2}},
  registration: {
    text: 'one to register for',
    path: '/meetings',
    plan: {type: 2, settings: {approval_type: 0}},
  },
  weekly: {text: 'one every week', path: '/meetings', plan: {type: 8, recurrence: {type: 2, end_times: 8}}},
  webinar: {text: 'a webinar tomorrow', path: '/webinars', plan: {type: 5, settings: {approval_type: 0}}},
};

/** Puts something into the calendar. It stays as it is while other things change. */
export function planForm(
  users: readonly UserView[],
  ownAccount: string,
  refresh: () => unknown,
): HTMLElement {
  const host = document.createElement('select');
  host.setAttribute('aria-label', 'Who plans it');
  for (const user of users.filter(({accountId}) => accountId === ownAccount)) {
    host.add(new Option(fullName(user), user.id));
  }
  const topic = document.createElement('input');
  topic.setAttribute('aria-label', 'Topic');
  topic.value = 'Plans';
  const kind = document.createElement('select');
  kind.setAttribute('aria-label', 'What is planned');
  for (const [name, {text}] of Object.entries(KINDS)) kind.add(new Option(text, name));
  const plan = (): Promise<unknown> | undefined => {
    const chosen = KINDS[kind.value];
    const common = {hostId: host.value, topic: topic.value, startTime: Date.now() + DAY_MS};
    return chosen && control('POST', chosen.path, {...common, ...chosen.plan}).then(refresh);
  };
  return row(host, topic, kind, button('Plan it', plan));
}
