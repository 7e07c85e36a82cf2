import * as z from 'zod';
import {personRefusal} from '../../core/domain/who-may-start.js';
import type {Pairings} from '../../core/ports/pairings.js';
import {type ActionPress, defineAction} from './action.js';

const values = z.object({code: z.string()});

export interface ConfirmPairingDeps {
  pairings: Pick<Pairings, 'confirm'>;
}

/** The answer to the question whether a browser may act for the person. Only their direct message carries it. */
export const confirmPairing = defineAction({
  name: 'confirm-pairing',
  values,
  livesFor: 5 * 60 * 1000,
  whenExpired: 'pair.unknown',
  look: (_pairing: {code: string}, translate) => ({
    id: 'confirmPairing',
    name: translate('pair.button'),
    style: 'primary',
  }),
  async press(
    {user, reader: {translate}, values: {code}}: ActionPress<z.infer<typeof values>>,
    {pairings}: ConfirmPairingDeps,
  ) {
    const isConfirmed = personRefusal(user) === undefined && (await pairings.confirm(code, user.id));
    return {text: translate(isConfirmed ? 'pair.done' : 'pair.unknown')};
  },
});
