import type * as z from 'zod';
import {type HeldStart, heldStart} from '../held-start.js';
import {type ActionPress, defineAction} from './action.js';
import {pressStart, type PressStartDeps} from './press-start.js';
import {withWayOn} from './with-way-on.js';

/** Answers the question which meeting ID a meeting is to have: one button for each. */
export const chooseMeetingId = defineAction({
  name: 'choose-meeting-id',
  values: heldStart,
  livesFor: 10 * 60 * 1000,
  whenExpired: 'start.another.expired',
  look: ({meetingId}: HeldStart, translate) =>
    meetingId === 'personal'
      ? {id: 'choosePersonal', name: translate('start.whichId.personal'), style: 'default'}
      : {id: 'chooseUnique', name: translate('start.whichId.unique'), style: 'default'},
  async press(press: ActionPress<z.infer<typeof heldStart>>, deps: PressStartDeps) {
    return withWayOn(await pressStart(press, press.values, deps), press.again);
  },
});
