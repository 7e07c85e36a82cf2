import * as z from 'zod';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import type {ReplaceAccount} from '../../core/usecases/keep-consent.js';
import {describeConnected, describeRefused} from '../connect/describe-outcome.js';
import {type ActionPress, defineAction} from './action.js';

const values = z.object({offer: z.string()});

export interface ReplaceAccountDeps {
  replaceAccount: ReplaceAccount;
  auditRefusal: AuditRefusal;
  redirectUri: string;
}

/** The answer to the question whether another Zoom account takes the place of the one that is connected. */
export const replaceAccount = defineAction({
  name: 'replace-account',
  values,
  livesFor: 5 * 60 * 1000,
  whenExpired: 'connect.replace.expired',
  look: (_offer: {offer: string}, translate) => ({
    id: 'replaceAccount',
    name: translate('connect.replace.button'),
    style: 'primary',
  }),
  async press(
    {user, reader, values: {offer}}: ActionPress<z.infer<typeof values>>,
    {replaceAccount: replace, auditRefusal, redirectUri}: ReplaceAccountDeps,
  ) {
    const outcome = await replace({userId: user.id, offer});
    if (outcome.kind === 'connected') return {text: describeConnected(reader, outcome, user)};
    if (outcome.kind === 'replace?' || outcome.kind === 'state-unknown') {
      return {text: reader.translate('connect.replace.expired')};
    }
    auditRefusal(outcome, user.id);
    return {text: describeRefused(reader, outcome, redirectUri)};
  },
});
