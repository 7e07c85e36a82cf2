import type {Say} from '../text/use-text.js';
import type {PersonView} from './parse-card.js';

/** Zoom's own limit is lower; what is longer is no name. */
const AT_MOST = 80;

/** Lets a name turn the direction of nothing but itself: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
export const isolated = (name: string): string => `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069`;

/** Who it is, in words: as they wrote their name, and whether they are the host or a guest. */
export function personLabel({userId, name, isHost}: PersonView, say: Say): string {
  const shown = name === '' ? say('zoom.card.somebody') : isolated([...name].slice(0, AT_MOST).join(''));
  if (isHost) return say('zoom.card.isHost', {name: shown});
  return userId === undefined ? say('zoom.card.isGuest', {name: shown}) : shown;
}
