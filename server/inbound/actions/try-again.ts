import type * as z from 'zod';
import {type HeldStart, heldStart} from '../held-start.js';
import {type ActionPress, defineAction} from './action.js';
import {pressStart, type PressStartDeps} from './press-start.js';

/**
 * A start once more that failed for something that its starter, or their administrator, can put right in Zoom. Somebody
 * at another desk may have to do something first.
 */
export const tryAgain = defineAction({
  name: 'try-again',
  values: heldStart,
  livesFor: 24 * 60 * 60 * 1000,
  whenExpired: 'start.tryAgain.expired',
  look: (_start: HeldStart, translate) => ({
    id: 'tryAgain',
    name: translate('start.tryAgain.button'),
    style: 'primary',
  }),
  async press(press: ActionPress<z.infer<typeof heldStart>>, deps: PressStartDeps) {
    return (await pressStart(press, press.values, deps)).message;
  },
});
