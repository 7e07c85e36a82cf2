import * as z from 'zod';
import {HOST_WAY_LIVES_MS} from '../host-link.js';
import {type ActionPress, defineAction} from './action.js';
import {startAsHost, type StartAsHostDeps} from './start-as-host.js';

const values = z.object({number: z.string()});
type PlannedMeeting = Readonly<z.infer<typeof values>>;

/** The host's way into a meeting that has no card here. One message may have several, each with its own id. */
export const startPlanned = defineAction({
  name: 'start-planned',
  values,
  livesFor: HOST_WAY_LIVES_MS,
  whenExpired: 'host.expired',
  look: ({number}: PlannedMeeting, translate) => ({
    id: `startPlanned${number}`,
    name: translate('host.button'),
    style: 'default',
  }),
  press: ({values: {number}, ...press}: ActionPress<PlannedMeeting>, deps: StartAsHostDeps) =>
    startAsHost.press({...press, values: {cardId: '', number}}, deps),
});
