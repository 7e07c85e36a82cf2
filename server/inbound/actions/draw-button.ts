import type {PostButton} from '../../core/domain/post-content.js';
import type {PrivateMessage, PrivatePlace} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Translate} from '../../core/ports/texts.js';
import {type ActionContext, signContext} from './signed-context.js';

/** What a drawing needs: without a key nothing can be signed, and there is no button. */
export interface ButtonDeps {
  key: Buffer | undefined;
  /** Where our routes begin, as Mattermost finds them. */
  routesUrl: string;
  clock: Clock;
}

/** For what message a button is drawn. */
export interface Drawing {
  place: PrivatePlace;
  translate: Translate;
}

interface ButtonWish
  extends Pick<PostButton, 'id' | 'name' | 'style'>, Omit<ActionContext, 'expiresAt' | 'place'> {
  place: PrivatePlace;
  /** Milliseconds. */
  livesFor: number;
}

/** A button that only one person may press, and only for a while. */
export function drawButton(
  {key, clock, routesUrl}: ButtonDeps,
  {id, name, style, livesFor, ...context}: ButtonWish,
): PostButton | undefined {
  if (key === undefined) return undefined;
  const signed = signContext(key, {...context, expiresAt: clock.now() + livesFor});
  return {
    id,
    type: 'button',
    name,
    style,
    integration: {url: `${routesUrl}/api/v1/actions/${context.action}`, context: {...signed}},
  };
}

/** A text with those of its buttons that could be drawn. */
export function withButtons(text: string, ...drawn: readonly (PostButton | undefined)[]): PrivateMessage {
  const actions = drawn.filter((button): button is PostButton => button !== undefined);
  return actions.length === 0 ? {text} : {text, attachments: [{actions}]};
}
