import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {UsedTickets} from '../../core/ports/used-tickets.js';
import {RAW_METHODS} from '../../core/ports/zoom/raw-request.js';
import type {SendRaw} from '../../core/usecases/send-raw.js';
import {withDeadline} from '../../lib/deadline.js';
import {parseJson} from '../../lib/parse-json.js';
import type {DescribeRaw} from '../api/describe-raw.js';
import type {DeliverRaw} from '../deliver-raw.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {type ActionPress, defineAction} from './action.js';

/** `body`: JSON; '' for none. */
const values = z.object({id: z.string(), method: z.enum(RAW_METHODS), path: z.string(), body: z.string()});
const bodySchema = z.record(z.string(), z.unknown()).optional();

type HeldRequest = Readonly<z.infer<typeof values>>;

export interface SendRawActionDeps {
  clock: Clock;
  usedTickets: Pick<UsedTickets, 'use'>;
  sendRaw: SendRaw;
  describeRaw: DescribeRaw;
  deliverRaw: DeliverRaw;
}

const LIVES_FOR_MS = 10 * 60 * 1000;

/** The answer to the question whether a request that changes something is to be sent to Zoom: once. */
export const sendRawAction = defineAction({
  name: 'send-raw',
  values,
  livesFor: LIVES_FOR_MS,
  whenExpired: 'raw.expired',
  look: (_request: HeldRequest, translate) => ({
    id: 'sendRaw',
    name: translate('raw.button'),
    style: 'primary',
  }),
  async press({user, reader, values: held}: ActionPress<HeldRequest>, deps: SendRawActionDeps) {
    const {clock} = deps;
    const {id, method, path} = held;
    if (!(await deps.usedTickets.use(`raw ${id}`, clock.now() + LIVES_FOR_MS)))
      return {text: reader.translate('raw.sentAlready')};
    const body = bodySchema.parse(held.body === '' ? undefined : parseJson(held.body));
    const outcome = await withDeadline(clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.sendRaw({userId: user.id, method, path, body, signal}),
    );
    if (outcome.kind !== 'done') return {text: deps.describeRaw(outcome, reader).message};
    const {translate} = reader;
    return {
      text: await deps.deliverRaw({userId: user.id, wish: {method, path}, answer: outcome.answer, translate}),
    };
  },
});
