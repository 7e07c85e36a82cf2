import {createHmac} from 'node:crypto';
import {createCleaning} from '../core/domain/cleaning/create-cleaning.js';
import type {Chat} from '../core/ports/chat.js';
import type {EventFeed} from '../core/ports/event-feed.js';
import type {Random} from '../core/ports/random.js';
import {createKeepEvent} from '../core/usecases/keep-event.js';
import {createReadEvents} from '../core/usecases/read-events.js';
import type {Situation} from '../inbound/features.js';
import {parseJson} from '../lib/parse-json.js';
import {keyFor} from './key-for.js';

interface EventFeedNeeds {
  chat: Chat;
  feed: EventFeed;
  random: Random;
}

/** Zoom's events for other systems. */
export function composeEventFeed({chat, feed, random}: EventFeedNeeds) {
  const cleaning = createCleaning(parseJson);
  const ownKey = random.bytes(32);
  return {
    assemble({settings}: Situation) {
      // Whoever reads an event must not be able to try out what was taken from it.
      const key = keyFor(settings, 'event-id/v1') ?? ownKey;
      const idOf = (bytes: Uint8Array): string =>
        createHmac('sha256', key).update(bytes).digest('hex').slice(0, 32);
      return {
        keepEvent: createKeepEvent({feed, named: settings.eventFeed, cleaning, idOf}),
        readEvents: createReadEvents({chat, feed, readers: settings.eventReaders}),
      };
    },
  };
}
