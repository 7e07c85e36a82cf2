import type {Asked} from '../api/answers.js';
import type {Place} from '../mattermost/place.js';

/** Where somebody asked for a meeting. The place may have to be asked for; the click must not wait for that. */
export interface StartAt {
  /** In one place only one start is under way. */
  key: string;
  topic: string;
  /** With whom alone: what is started there is to be seen there. */
  personId?: string;
  find: () => Promise<Asked<Place>>;
}
