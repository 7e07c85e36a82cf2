import {readEmail} from '../domain/email.js';
import {toldName} from '../domain/people/told-name.js';
import {displayName} from '../domain/person.js';
import type {Plan} from '../domain/plan.js';
import {starterRefusal} from '../domain/who-may-start.js';
import type {Chat} from '../ports/chat.js';
import {hasCode, isChatError} from '../ports/port-error.js';
import type {ZoomAs} from '../ports/zoom.js';
import type {MayAsk} from './may-ask.js';

/** More than a card names. */
const MAX_NAMES = 20;

/** Names, as people here know them. */
interface Roles {
  alternativeHosts: readonly string[];
  panelists: readonly string[];
}

/** Of whom the names are wanted, as Zoom shows it to its host. */
interface ShownRoles {
  id: string;
  settings?: {alternative_hosts?: string | undefined} | undefined;
}

/**
 * Who else may begin a meeting, and who speaks in a webinar. `known`: what is said where nobody can tell just now.
 * Rejects with nothing but mistakes of ours.
 */
export type ReadRoles = (
  zoom: ZoomAs,
  shown: ShownRoles,
  given: {isWebinar: boolean; known: Plan | undefined; mayAsk: MayAsk},
) => Promise<Roles>;

interface ReadRolesDeps {
  chat: Pick<Chat, 'userByEmail'>;
  trustUnverifiedEmails: boolean;
}

/** Alternative hosts are named where they are known here; Zoom names them by addresses, which are nobody's business. */
export const createReadRoles =
  (deps: ReadRolesDeps): ReadRoles =>
  async (zoom, {id, settings}, {isWebinar, known, mayAsk}) => {
    const [alternativeHosts = known?.alternativeHosts ?? [], panelists = known?.panelists ?? []] =
      await Promise.all([
        namesOf(deps, settings?.alternative_hosts ?? ''),
        isWebinar ? panelistsOf(zoom, id, mayAsk) : [],
      ]);
    return {alternativeHosts, panelists};
  };

/** `undefined`: Mattermost does not answer. */
async function namesOf(deps: ReadRolesDeps, addresses: string): Promise<string[] | undefined> {
  const emails = addresses.split(/[;,]/).flatMap((address) => readEmail(address) ?? []);
  try {
    const names = await Promise.all(emails.slice(0, MAX_NAMES).map((email) => nameOf(deps, email)));
    return [...new Set(names.filter((name) => name !== undefined))];
  } catch (error) {
    if (isChatError(error)) return undefined;
    throw error;
  }
}

/** An address names somebody only where Mattermost knows that it is theirs. */
async function nameOf(
  {chat, trustUnverifiedEmails}: ReadRolesDeps,
  email: string,
): Promise<string | undefined> {
  const user = await chat.userByEmail(email);
  if (user === undefined || readEmail(user.email) !== email) return undefined;
  // A guest of the server may not start meetings here, but take part in them.
  const refusal = starterRefusal({...user, isGuest: false}, trustUnverifiedEmails);
  return refusal === undefined ? displayName(user) : undefined;
}

/** `undefined`: Zoom does not say, or may not be asked now. */
async function panelistsOf(zoom: ZoomAs, webinarId: string, mayAsk: MayAsk): Promise<string[] | undefined> {
  if (!(await mayAsk('if-free'))) return undefined;
  try {
    const {panelists} = await zoom.operations.listPanelists({webinarId});
    const names = panelists.map(({name = ''}) => toldName(name).name).filter((name) => name !== '');
    return [...new Set(names)].slice(0, MAX_NAMES);
  } catch (error) {
    // The app may lack the scope.
    if (hasCode(error, 'zoom-trouble')) return undefined;
    throw error;
  }
}
