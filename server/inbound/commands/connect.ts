import type {AskedPlaces} from '../../core/ports/asked-places.js';
import type {Consenter} from '../../core/domain/connect-attempt.js';
import {judgeConsenter} from '../../core/domain/judge-consenter.js';
import type {ConsentBy} from '../../core/domain/zoom-connection.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat, ChatUser} from '../../core/ports/chat.js';
import type {Grants} from '../../core/ports/grants.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import {describeRefused} from '../connect/describe-outcome.js';
import {whatToCheck} from '../connect/describe-refusal.js';
import type {Reader} from '../reader.js';
import type {Command, CommandContext} from './command.js';

export interface ConnectCommandDeps {
  /** Whose consent it takes; 'nobody': there is no such command. */
  consent: ConsentBy;
  grants: Pick<Grants, 'find'>;
  askedPlaces: Pick<AskedPlaces, 'find' | 'note'>;
  chat: Pick<Chat, 'user'>;
  leadToConnect: LeadToConnect;
  auditRefusal: AuditRefusal;
  redirectUri: string;
}

/** Hands somebody the way to Zoom. Rejects with a chat or a store error. */
export type LeadToConnect = (context: {
  user: ChatUser;
  reader: Reader;
  consent: Consenter;
  /** What was typed behind the word. */
  rest: string;
  /** As what they are connected now, in a sentence; '': as nothing. */
  standing: string;
  /** Aborted when the person has to get an answer. */
  signal: AbortSignal;
}) => Promise<CommandReply>;

/** The way to Zoom, and who is connected now. Another Zoom user may be connected at any time. */
export const connectCommand = (deps: ConnectCommandDeps, consent: Consenter): Command => ({
  name: 'connect',
  hint: undefined,
  help: consent === 'account' ? 'command.connect.help.account' : 'command.connect.help',
  ...(consent === 'account' && {isForAdmins: true}),
  async run(context) {
    const [user, reader] = await Promise.all([context.user, context.reader]);
    const judged = judgeConsenter(user, consent);
    if (user === undefined || judged !== undefined) {
      const refusal = judged ?? {kind: 'not-admin'};
      deps.auditRefusal(refusal, context.request.userId);
      return {text: describeRefused(reader, refusal, deps.redirectUri)};
    }
    await note(deps, context).catch(unlessUnread);
    const standing = await describeStanding(deps, {user, reader, consent});
    return deps.leadToConnect({user, reader, consent, rest: context.rest, standing, signal: context.signal});
  },
});

/** The outcome is told where it was asked for. A meeting that waits for it keeps its own place. */
async function note(
  {askedPlaces}: ConnectCommandDeps,
  {request: {userId, channelId, rootId, drawsCards}}: CommandContext,
): Promise<void> {
  const asked = await askedPlaces.find(userId);
  if (asked?.meeting === undefined) await askedPlaces.note(userId, {channelId, rootId, drawsCards});
}

/** One can connect without: the outcome is told by direct message then. The log has named the record. */
function unlessUnread(error: unknown): void {
  if (!hasCode(error, 'record-unreadable')) throw error;
}

async function describeStanding(
  {grants, chat}: ConnectCommandDeps,
  {user, reader: {translate}, consent}: {user: ChatUser; reader: Reader; consent: Consenter},
): Promise<string> {
  const owner =
    consent === 'account' ? ({kind: 'account'} as const) : ({kind: 'person', userId: user.id} as const);
  const state = await grants.find(owner);
  if (state.kind !== 'good') return '';
  const {identity, since, by} = state.grant;
  const values = {email: identity.email ?? 'none', since};
  if (consent === 'person') return translate('connect.standing.person', values);
  const name = (await chat.user(by))?.username ?? 'none';
  return translate('connect.standing.account', {...values, name});
}

interface LeadByLinkDeps {
  connectUrl: string;
  redirectUri: string;
  /** The settings lack nothing that connecting needs. */
  isSetUp: boolean;
}

/** Beside Mattermost's sessions: a link that means nothing to anybody else. */
export const leadByLink =
  ({connectUrl, redirectUri, isSetUp}: LeadByLinkDeps): LeadToConnect =>
  async ({reader, consent, standing}) => {
    const {translate, isAdmin} = reader;
    if (connectUrl === 'none') return {text: translate('check.siteUrl.missing')};
    if (!isSetUp) return {text: describeRefused(reader, {kind: 'not-set-up'}, redirectUri)};
    const key = consent === 'account' ? 'connect.way.account' : 'connect.way';
    const way = translate(key, {connectUrl, isConnected: standing === '' ? 'no' : 'yes'});
    const lines = [[standing, way].filter((part) => part !== '').join(' ')];
    // Zoom's own page of an error leads nobody back, and has its reasons here.
    if (isAdmin) {
      lines.push(
        '',
        translate('connect.check.chat'),
        // Nobody is to follow the address.
        ...whatToCheck(translate, `\`${redirectUri}\``).map((item) => `- ${item}`),
      );
    }
    return {text: lines.join('\n')};
  };
