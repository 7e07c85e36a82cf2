import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {ParkedCodes} from '../../core/ports/parked-codes.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {Allowance} from '../../core/usecases/allowance.js';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import type {ConnectTickets} from '../connect/connect-tickets.js';
import {describeConnected, describeRefused} from '../connect/describe-outcome.js';
import type {FinishConnect} from '../connect/finish-connect.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {LeadToConnect} from './connect.js';

interface LeadByTicketDeps {
  connectTickets: Pick<ConnectTickets, 'issue'>;
  parkedCodes: Pick<ParkedCodes, 'take'>;
  finishConnect: FinishConnect;
  auditRefusal: AuditRefusal;
  chat: Pick<Chat, 'sendDirectMessage'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  redirectUri: string;
  /** The settings lack nothing that connecting needs. */
  isSetUp: boolean;
  /** Of codes and tickets: most codes of somebody who guesses are wrong. */
  allowance: Pick<Allowance, 'spend'>;
}

type Context = Parameters<LeadToConnect>[0];

/** Beside no sessions: the way goes out by direct message, and what came of it is confirmed by a code. */
export const leadByTicket =
  (deps: LeadByTicketDeps): LeadToConnect =>
  async (context) => {
    const {user, reader, rest} = context;
    const nextAt = deps.allowance.spend(user.id, {id: rest, at: deps.clock.now()});
    if (nextAt !== undefined) {
      return {text: reader.translate('connect.refused.tooMany', {nextAt: nextFullMinute(nextAt)})};
    }
    return rest === '' ? sendTicket(deps, context) : confirm(deps, context);
  };

async function sendTicket(
  {connectTickets, chat, logger, redirectUri, isSetUp}: LeadByTicketDeps,
  {user, reader, consent, standing}: Context,
): Promise<CommandReply> {
  const {translate} = reader;
  const url = isSetUp ? connectTickets.issue(user.id) : undefined;
  if (url === undefined) return {text: describeRefused(reader, {kind: 'not-set-up'}, redirectUri)};
  try {
    await chat.sendDirectMessage(user.id, {text: translate('connect.ticket.message', {url, consent})});
    const sent = translate('connect.ticket.sent');
    return {text: standing === '' ? sent : `${standing} ${sent}`};
  } catch (error) {
    if (!isChatError(error)) throw error;
    logger.warn('The way to Zoom could not be sent', {error: error.message});
    return {text: translate('connect.ticket.notSent')};
  }
}

async function confirm(
  {parkedCodes, finishConnect, auditRefusal, redirectUri}: LeadByTicketDeps,
  {user, reader, rest, signal}: Context,
): Promise<CommandReply> {
  const answered = await parkedCodes.take(user.id, rest);
  if (answered === undefined) {
    const refusal = {kind: 'code-unknown'} as const;
    auditRefusal(refusal, user.id);
    return {text: describeRefused(reader, refusal, redirectUri)};
  }
  const {outcome} = await finishConnect(answered, {isToldHere: true, signal});
  switch (outcome.kind) {
    case 'connected':
      return {text: describeConnected(reader, outcome, user)};
    case 'replace?':
      return {text: reader.translate('connect.replace.sent')};
    default:
      return {text: describeRefused(reader, outcome, redirectUri)};
  }
}
