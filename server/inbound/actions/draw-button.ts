import type {PostButton} from '../../core/domain/post-content.js';
import type {PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import {type Action, actionPath, type Values} from './action.js';
import {signContext} from './signed-context.js';

/** What a drawing needs: without a key nothing can be signed, and there is no button. */
export interface ButtonDeps {
  key: Buffer | undefined;
  /** Where our routes begin, as Mattermost finds them. */
  routesUrl: string;
  clock: Clock;
}

/** Whose button it is, and what it carries. */
interface Wish<Drawn extends Values> {
  userId: string;
  values: Drawn;
}

/** For what message a button is drawn. */
export interface Drawing {
  /** `undefined`: a stored one, in a channel that is known only when it is pressed; it stays, and is answered below. */
  place: PrivatePlace | undefined;
  translate: Translate;
}

/** Draws a button that only one person may press, and only for a while. `undefined`: nothing can be signed. */
export type DrawButton = <Drawn extends Values>(
  action: Pick<Action<Drawn, unknown, never>, 'name' | 'livesFor' | 'look'>,
  wish: Wish<Drawn>,
  drawing: Drawing,
) => PostButton | undefined;

export const createDrawButton =
  ({key, clock, routesUrl}: ButtonDeps): DrawButton =>
  (action, {userId, values}, {place, translate}) => {
    if (key === undefined) return undefined;
    const expiresAt = clock.now() + action.livesFor;
    const signed = signContext(key, {action: action.name, userId, expiresAt, values, place});
    const integration = {url: `${routesUrl}${actionPath(action)}`, context: {...signed}};
    return {type: 'button', ...action.look(values, translate), integration};
  };

/** A text with those of its buttons that could be drawn. */
export function withButtons(text: string, ...drawn: readonly (PostButton | undefined)[]): PrivateMessage {
  const actions = drawn.filter((button): button is PostButton => button !== undefined);
  return actions.length === 0 ? {text} : {text, attachments: [{actions}]};
}
