import type {Asked} from '../api/answers.js';
import type {Place} from '../mattermost/place.js';

/** Where somebody asked for a meeting. The place may have to be looked up, and the click must not wait for that. */
export interface StartAt {
  /** Only one start is under way for each key. */
  key: string;
  topic: string;
  /** Set for a meeting with one person: the starter is taken to their direct channel. */
  personId?: string;
  find: () => Promise<Asked<Place>>;
}
