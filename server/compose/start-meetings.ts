import type {Card} from '../core/domain/card.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createPostIntent, type PostIntent} from '../core/usecases/post-intent.js';
import {createStartMeeting, type StartMeeting} from '../core/usecases/start-meeting.js';
import type {Situation} from '../inbound/application.js';
import {ASK_ZOOM_AFTER_MS} from '../inbound/jobs/ask-zoom.js';
import {texts} from '../messages/texts.js';
import {newId, type Shared} from './shared.js';

/** From now on somebody notices the end of the meeting. */
export const watchIn =
  ({putOff}: Shared) =>
  ({meeting: {number}}: Card): void =>
    putOff('ask-zoom', number, ASK_ZOOM_AFTER_MS);

/** The card is in the language of the server: a whole channel reads it. */
export const postIntentIn = (shared: Shared, locale: string): PostIntent =>
  createPostIntent({...shared.host, ...shared, watch: watchIn(shared), translate: texts(locale)});

/** Without a connection to Zoom nothing is started. */
export function startMeetingIn(shared: Shared, {settings, site}: Situation, zoom: Zoom): StartMeeting {
  const {host, cards, intents, running, allowance, activity} = shared;
  if (settings.zoom === undefined) return async () => ({kind: 'not-configured'});
  const translate = texts(site.locale);
  const startMeeting = createStartMeeting({
    ...host,
    ...settings,
    ...site,
    zoom,
    cards,
    intents,
    running,
    allowance,
    newId: () => newId(host),
    postIntent: postIntentIn(shared, site.locale),
    defaultTopic: translate('topic.default'),
  });
  return async (input) => {
    const outcome = await startMeeting(input);
    if (outcome.kind === 'started') activity.note({meetingAt: host.clock.now()});
    return outcome;
  };
}
