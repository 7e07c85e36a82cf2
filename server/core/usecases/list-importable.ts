import type {ImportKind} from '../../../contract/import.js';
import {type Importable, type ListedInZoom, readListing} from '../domain/importable.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {OperationCalls} from '../ports/zoom/operations.js';
import type {Allowance} from './allowance.js';
import {identifyInZoom, type IdentifyDeps} from './identify-in-zoom.js';
import {importTrouble, type ImportTrouble} from './import-trouble.js';

export type ListOutcome =
  /** `next`: names the page after this one, for some minutes. */
  {kind: 'listed'; items: readonly Importable[]; next: string | undefined} | ImportTrouble;

export interface ListInput {
  userId: string;
  user: Promise<ChatUser | undefined>;
  kind: ImportKind;
  /** Past ones of webinars alone. */
  when: 'upcoming' | 'past';
  page?: string | undefined;
  signal: AbortSignal;
}

export type ListImportable = (input: ListInput) => Promise<ListOutcome>;

export interface ListImportableDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
}

const PAGE_SIZE = 100;
/** A page of which nothing is shown is no answer, and nobody waits for a hundred of them. */
const PAGES_AT_ONCE = 5;

/** A page of what somebody hosts in Zoom that can become a card. */
export const createListImportable =
  ({zoom, ...deps}: ListImportableDeps): ListImportable =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    try {
      return await list({...deps, zoom}, input);
    } catch (error) {
      return importTrouble(deps.logger, error);
    }
  };

async function list(deps: ListImportableDeps & {zoom: Zoom}, input: ListInput): Promise<ListOutcome> {
  const {allowance, clock, zoom} = deps;
  const attempt = {id: deps.newId(), at: clock.now()};
  const nextAt = allowance.spend(input.userId, attempt);
  if (nextAt !== undefined) return {kind: 'too-many', nextAt};
  const identity = await identifyInZoom(deps, await input.user, input.signal);
  if (identity.kind !== 'found') return identity;
  const {zoomUser} = identity;
  const subject = {kind: 'host', userId: input.userId, zoomUserId: zoomUser.id} as const;
  const {operations} = zoom.as(subject, input.signal);
  const asked = {...input, zoomUserId: zoomUser.id, now: clock.now()};
  let next = input.page;
  for (let pages = 1; ; pages += 1) {
    const {listed, token} = await pageOf(operations, input, next);
    const items = readListing(listed, asked);
    next = token;
    if (items.length > 0 || next === undefined || pages === PAGES_AT_ONCE)
      return {kind: 'listed', items, next};
  }
}

async function pageOf(
  operations: OperationCalls,
  {kind, when}: Pick<ListInput, 'kind' | 'when'>,
  page: string | undefined,
): Promise<{listed: readonly ListedInZoom[]; token: string | undefined}> {
  const query = {userId: 'me', page_size: PAGE_SIZE, ...(page !== undefined && {next_page_token: page})};
  if (kind === 'meeting') {
    const {meetings, next_page_token} = await operations.listMeetings({...query, type: 'upcoming'});
    return {listed: meetings, token: next_page_token};
  }
  const type = when === 'past' ? 'scheduled' : 'upcoming';
  const {webinars, next_page_token} = await operations.listWebinars({...query, type});
  return {listed: webinars, token: next_page_token};
}
