import type {Consenter} from '../../core/domain/connect-attempt.js';
import {judgeConsenter} from '../../core/domain/judge-consenter.js';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import type {Disconnect} from '../../core/usecases/disconnect.js';
import {describeRefused} from '../connect/describe-outcome.js';
import type {Command} from './command.js';

export interface DisconnectCommandDeps {
  disconnect: Disconnect;
  auditRefusal: AuditRefusal;
  redirectUri: string;
}

/**
 * Ends one's own connection, or that of everybody. Zoom may be told later. Also guests end their own: they may have got
 * it before they were guests.
 */
export const disconnectCommand = (
  {disconnect, auditRefusal, redirectUri}: DisconnectCommandDeps,
  consent: Consenter,
): Command => ({
  name: 'disconnect',
  hint: undefined,
  help: consent === 'account' ? 'command.disconnect.help.account' : 'command.disconnect.help',
  ...(consent === 'account' && {isForAdmins: true}),
  async run({request: {userId}, user, reader}) {
    const [person, asking] = await Promise.all([user, reader]);
    const refusal = consent === 'account' ? judgeConsenter(person, consent) : undefined;
    if (refusal !== undefined) {
      auditRefusal(refusal, userId);
      return {text: describeRefused(asking, refusal, redirectUri)};
    }
    const {translate} = asking;
    const outcome = await disconnect({userId, consent});
    const isAccount = consent === 'account';
    switch (outcome.kind) {
      case 'was-not':
        return {text: translate(isAccount ? 'disconnect.wasNot.account' : 'disconnect.wasNot')};
      case 'deleted':
        return {text: translate('disconnect.deleted')};
      case 'disconnected': {
        const values = {email: outcome.email ?? 'none'};
        return {text: translate(isAccount ? 'disconnect.done.account' : 'disconnect.done', values)};
      }
    }
  },
});
