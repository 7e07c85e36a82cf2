import type {Request, RequestHandler} from 'express';
import {JOIN_PAGE_PATH} from '../../../contract/routes.js';
import {refusal} from '../http/refusal.js';
import {readUrl} from '../../../contract/read-url.js';

interface HostsApartDeps {
  /** Of the join page; `undefined`: there is none. */
  origin: string | undefined;
  /** Where everything else of ours is asked for. */
  publicUrl: string;
}

/**
 * The join page runs foreign script, so it answers on its own host alone; and there, nothing else of ours answers,
 * unless that is the address of this service. Which host was asked for says the `Host` of the request alone.
 */
export const hostsApart =
  ({origin, publicUrl}: HostsApartDeps): RequestHandler =>
  (request, _response, next) => {
    const isOnPagesHost = origin !== undefined && hostOf(request, origin) === new URL(origin).host;
    const isOwnHost = origin !== undefined && readUrl(publicUrl)?.host === new URL(origin).host;
    const isPages = request.path.startsWith(`${JOIN_PAGE_PATH}/`);
    const isHere = isPages ? isOnPagesHost : !isOnPagesHost || isOwnHost;
    if (isHere) next();
    else next(refusal('no_such_route'));
  };

/** As a browser would write it: in lower case, and without the scheme's own port. */
function hostOf(request: Request, origin: string): string | undefined {
  const asked = `${new URL(origin).protocol}//${request.get('Host') ?? ''}`;
  return readUrl(asked)?.host;
}
