import type {Request, RequestHandler, Response} from 'express';
import {judgeConsenter} from '../../core/domain/judge-consenter.js';
import type {Consenter} from '../../core/domain/connect-attempt.js';
import type {ChatUser} from '../../core/ports/chat.js';
import type {ParkedCodes} from '../../core/ports/parked-codes.js';
import {giveNonce, nonceFor} from './connect-cookie.js';
import {type ConnectPage, connectPage} from './connect-pages.js';
import {type ConnectRoutesDeps, readReturn, tellRefusal} from './connect-routes.js';
import type {ConnectTickets} from './connect-tickets.js';

export interface TicketRoutesDeps extends ConnectRoutesDeps {
  connectTickets: Pick<ConnectTickets, 'read'>;
  parkedCodes: Pick<ParkedCodes, 'park'>;
  /** Whose consent it takes. */
  consenter: Consenter;
}

/**
 * `GET /oauth2/connect?ticket=…` beside no sessions: says whose it is, and changes nothing. Somebody could send their
 * own link to somebody else.
 */
export const ticketRoute = (deps: TicketRoutesDeps): RequestHandler =>
  forHolder(deps, async (_request, _response, holder) => showWhose(deps, holder));

function showWhose({consenter}: TicketRoutesDeps, {page: {translate, show}, user}: Holder): void {
  const values = {name: user.username, consent: consenter};
  show({
    title: translate('connect.ticket.title', values),
    text: translate('connect.ticket.text', values),
    button: translate('connect.ticket.button'),
  });
}

/**
 * `POST /oauth2/connect?ticket=…`: leads this browser on to Zoom. Where another site sent it there, nobody has read
 * whose account it is for: Zoom does not ask a second time whoever has agreed before.
 */
export const beginByTicketRoute = (deps: TicketRoutesDeps): RequestHandler =>
  forHolder(deps, async (request, response, holder) => {
    if (!isFromOurPage(request)) return showWhose(deps, holder);
    const {page, user} = holder;
    const nonce = nonceFor(request, deps.random);
    const begun = await deps.beginConnect({userId: user.id, nonce});
    if (begun.kind !== 'to-zoom') {
      deps.auditRefusal(begun, user.id);
      return page.refuse(begun);
    }
    giveNonce(response, nonce, deps.publicUrl);
    response.redirect(303, begun.address);
  });

/** Browsers say it at addresses that are safe from listeners: https://www.w3.org/TR/fetch-metadata/ */
const isFromOurPage = (request: Request): boolean =>
  (request.get('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin';

interface Holder {
  page: ConnectPage;
  user: ChatUser;
}

function forHolder(
  deps: TicketRoutesDeps,
  answer: (request: Request, response: Response, holder: Holder) => Promise<void>,
): RequestHandler {
  return connectPage(deps, async (request, response, page) => {
    const {ticket} = request.query;
    const userId = typeof ticket === 'string' ? deps.connectTickets.read(ticket) : undefined;
    if (userId === undefined) return (await page()).refuse({kind: 'state-unknown'});
    const user = await deps.chat.user(userId);
    const shown = await page(userId);
    const judged = judgeConsenter(user, deps.consenter);
    if (user === undefined || judged !== undefined) {
      const refusal = judged ?? {kind: 'not-allowed', because: 'deactivated'};
      deps.auditRefusal(refusal, userId);
      return shown.refuse(refusal);
    }
    return answer(request, response, {page: shown, user});
  });
}

/**
 * `GET /oauth2/complete` beside no sessions: that the browser is the one that began does not say whose it is. So
 * nothing is made of Zoom's answer until the person types in Mattermost what this browser alone is shown.
 */
export const parkRoute = (deps: TicketRoutesDeps): RequestHandler =>
  connectPage(deps, async (request, _response, page) => {
    const came = await deps.receiveReturn({...readReturn(request), session: 'none'});
    if (came.kind === 'refused') {
      tellRefusal(deps, came);
      return (await page(came.by)).refuse(came.refusal);
    }
    const {userId} = came.answered;
    const [code, user] = await Promise.all([deps.parkedCodes.park(came.answered), deps.chat.user(userId)]);
    const {translate, show} = await page(userId);
    show({
      title: translate('connect.confirm.title'),
      text: translate('connect.confirm.text', {name: user?.username ?? ''}),
      code: `/zoom connect ${code}`,
    });
  });
