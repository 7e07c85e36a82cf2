import * as z from 'zod';
import {shorten} from '../../core/domain/plain-text.js';
import {HOST_WAY_LIVES_MS} from '../host-link.js';
import {type ActionPress, defineAction} from './action.js';
import {startAsHost, type StartAsHostDeps} from './start-as-host.js';

const values = z.object({number: z.string(), topic: z.string()});
type PlannedMeeting = Readonly<z.infer<typeof values>>;

const SHOWN = 40;

/** The host's way into a meeting that has no card here. Several may stand on one message, so each says which it is. */
export const startPlanned = defineAction({
  name: 'start-planned',
  values,
  livesFor: HOST_WAY_LIVES_MS,
  whenExpired: 'host.expired',
  look: ({number, topic}: PlannedMeeting, translate) => ({
    id: `startPlanned${number}`,
    name:
      topic === '' ? translate('host.button') : translate('day.start.button', {topic: shorten(topic, SHOWN)}),
    style: 'default',
  }),
  press: ({values: {number}, ...press}: ActionPress<PlannedMeeting>, deps: StartAsHostDeps) =>
    startAsHost.press({...press, values: {cardId: '', number}}, deps),
});
