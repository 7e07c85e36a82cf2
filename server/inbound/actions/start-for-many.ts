import * as z from 'zod';
import {type HeldStart, heldStart} from '../held-start.js';
import {type ActionPress, defineAction} from './action.js';
import {pressStart, type PressStartDeps} from './press-start.js';
import {withWayOn} from './with-way-on.js';

const values = heldStart.extend({members: z.string()});

/** Answers the question whether so many people are to read of a meeting. */
export const startForMany = defineAction({
  name: 'start-for-many',
  values,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'start.another.expired',
  look: ({members}: HeldStart & Readonly<{members: string}>, translate) => ({
    id: 'startForMany',
    name: translate('start.largeChannel.button', {count: Number(members)}),
    style: 'primary',
  }),
  async press(press: ActionPress<z.infer<typeof values>>, deps: PressStartDeps) {
    const {members: _, ...held} = press.values;
    return withWayOn(await pressStart(press, {...held, isForMany: 'yes'}, deps), press.again);
  },
});
