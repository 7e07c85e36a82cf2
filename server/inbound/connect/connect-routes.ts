import type {Request, RequestHandler} from 'express';
import type {Consenter} from '../../core/domain/connect-attempt.js';
import type {ConnectRefusal} from '../../core/domain/connect-refusal.js';
import type {AskedPlaces} from '../../core/ports/asked-places.js';
import type {Random} from '../../core/ports/random.js';
import type {TextKey} from '../../core/ports/texts.js';
import type {AuditRefusal} from '../../core/usecases/audit-refusal.js';
import type {BeginConnect} from '../../core/usecases/begin-connect.js';
import type {ReceiveReturn} from '../../core/usecases/receive-return.js';
import {sessionOf} from '../http/acting-user.js';
import {giveNonce, nonceFor, readNonce} from './connect-cookie.js';
import {type ConnectPage, connectPage, type ConnectPagesDeps} from './connect-pages.js';
import type {FinishConnect, Finished} from './finish-connect.js';
import type {TellOutcome} from './tell-outcome.js';

export interface ConnectRoutesDeps extends ConnectPagesDeps {
  beginConnect: BeginConnect;
  receiveReturn: ReceiveReturn;
  finishConnect: FinishConnect;
  auditRefusal: AuditRefusal;
  tellOutcome: TellOutcome;
  askedPlaces: Pick<AskedPlaces, 'find'>;
  random: Random;
  /** Mattermost's address, and that of our routes. */
  siteUrl: string;
  publicUrl: string;
  /** Runs on beside the answer. It does not reject. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Of our web app, which leads back here: Mattermost's login goes on to pages of its own alone. */
const LOGIN = '/login?redirect_to=/plug/zoom/connect';

/**
 * `GET /oauth2/connect` beside Mattermost's sessions: leads on to Zoom, or to the login. Nothing is connected by it,
 * wherever the request comes from.
 */
export const beginRoute = (deps: ConnectRoutesDeps): RequestHandler =>
  connectPage(deps, async (request, response, page) => {
    const userId = sessionOf(request);
    if (userId === undefined) return response.redirect(303, `${deps.siteUrl}${LOGIN}`);
    const nonce = nonceFor(request, deps.random);
    const begun = await deps.beginConnect({userId, nonce});
    if (begun.kind !== 'to-zoom') {
      deps.auditRefusal(begun, userId);
      return (await page(userId)).refuse(begun);
    }
    giveNonce(response, nonce, deps.publicUrl);
    response.redirect(303, begun.address);
  });

/** `GET /oauth2/complete`: where Zoom sends the browser back, with the session that it began with. */
export const completeRoute = (deps: ConnectRoutesDeps): RequestHandler =>
  connectPage(deps, async (request, _response, page) => {
    const session = sessionOf(request);
    const came = await deps.receiveReturn({
      ...readReturn(request),
      session: session === undefined ? undefined : {userId: session},
    });
    if (came.kind === 'refused') {
      tellRefusal(deps, came, session);
      return (await page(session)).refuse(came.refusal);
    }
    const finished = await deps.finishConnect(came.answered);
    showOutcome(await page(session), finished);
  });

/** What Zoom adds to the address, each once. */
export function readReturn(request: Request) {
  const one = (name: string): string | undefined => {
    const value = request.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {state: one('state'), code: one('code'), error: one('error'), nonce: readNonce(request)};
}

/** It is written down, and the chat says it as well where it is known who it was and where they asked. */
export function tellRefusal(
  {askedPlaces, tellOutcome, auditRefusal, inBackground}: ConnectRoutesDeps,
  {refusal, by}: {refusal: ConnectRefusal; by?: string},
  session?: string,
): void {
  auditRefusal(refusal, by ?? session);
  if (by === undefined) return;
  const told = askedPlaces
    .find(by)
    .catch(() => undefined)
    .then((asked) => tellOutcome({userId: by, outcome: refusal, asked, isToldHere: false}));
  inBackground(told);
}

const CONNECTED = {
  person: {title: 'connect.page.person.title', text: 'connect.page.person'},
  account: {title: 'connect.page.account.title', text: 'connect.page.account'},
} as const satisfies Record<Consenter, {title: TextKey; text: TextKey}>;

function showOutcome({translate, show, refuse: no}: ConnectPage, {outcome, isStarting}: Finished): void {
  if (outcome.kind !== 'connected' && outcome.kind !== 'replace?') return no(outcome);
  const email = outcome.email ?? 'none';
  if (outcome.kind === 'replace?') {
    return show({
      title: translate('connect.replace.title'),
      text: translate('connect.replace.page', {email}),
    });
  }
  const next = isStarting ? 'yes' : 'no';
  const {title, text} = CONNECTED[outcome.who];
  show({title: translate(title, {email}), text: translate(text, {next})});
}
