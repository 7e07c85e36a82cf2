import type {PostButton} from '../../core/domain/post-content.js';
import type {Clock} from '../../core/ports/clock.js';
import {type ActionContext, signContext} from './signed-context.js';

/** What a drawing needs: without a key nothing can be signed, and there is no button. */
export interface ButtonDeps {
  key: Buffer | undefined;
  /** Where our routes begin, as Mattermost finds them. */
  routesUrl: string;
  clock: Clock;
}

interface ButtonWish extends Pick<PostButton, 'id' | 'name' | 'style'>, Omit<ActionContext, 'expiresAt'> {
  /** Milliseconds. */
  livesFor: number;
}

/** A button that only one person may press, and only for a while. */
export function drawButton(
  {key, clock, routesUrl}: ButtonDeps,
  {id, name, style, action, userId, livesFor, values}: ButtonWish,
): PostButton | undefined {
  if (key === undefined) return undefined;
  const context = signContext(key, {action, userId, expiresAt: clock.now() + livesFor, values});
  return {
    id,
    type: 'button',
    name,
    style,
    integration: {url: `${routesUrl}/api/v1/actions/${action}`, context: {...context}},
  };
}
