import type {PairingClaim} from '../../contract/pairing.js';
import {API, ROUTES_PATH} from '../../contract/routes.js';
import {isNotPaired, isPairingToken} from './answer-shapes.js';
import {type Answer, readObject, type Request} from './create-request.js';

/** The part of the browser's `Storage` that is used. */
interface Keeping {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

interface ServiceRequestDeps {
  fetch: typeof fetch;
  /** The service's own origin. */
  serviceUrl: string;
  /** The browser's, for this page's origin. */
  storage: Keeping;
  language: string;
}

const TOKEN = 'zoom_service_token';
const PAIRING = 'zoom_service_pairing';

/**
 * Requests to a service beside Mattermost. The session of the page never goes there: the browser is paired once, with a
 * code that its person types. Until then each answer names the code, and the next request finds out whether it was
 * typed.
 */
export function createServiceRequest({fetch, serviceUrl, storage, language}: ServiceRequestDeps): Request {
  const send = async (method: string, path: string, body: unknown, token: string): Promise<Answer> => {
    try {
      const response = await fetch(`${serviceUrl}${path}`, {
        method,
        credentials: 'omit',
        headers: {
          'Accept-Language': language,
          ...(token === '' ? {} : {Authorization: `Bearer ${token}`}),
          ...(method === 'POST' ? {'Content-Type': 'application/json'} : {}),
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
      return {status: response.status, body: await readObject(response)};
    } catch {
      return {status: 0, body: {}};
    }
  };
  /** The token, if the code has been typed meanwhile. */
  const claim = async (): Promise<string> => {
    const pairing = storage.getItem(PAIRING);
    if (pairing === null) return '';
    const request: PairingClaim = {pairing};
    const {status, body} = await send('POST', `${ROUTES_PATH}${API.pairingClaim}`, request, '');
    if (status === 410) storage.removeItem(PAIRING);
    if (status !== 200 || !isPairingToken(body)) return '';
    storage.removeItem(PAIRING);
    storage.setItem(TOKEN, body.token);
    return body.token;
  };
  return async (method, path, body) => {
    const token = storage.getItem(TOKEN) ?? (await claim());
    const answer = await send(method, path, body, token);
    if (answer.status !== 401) return answer;
    storage.removeItem(TOKEN);
    if (isNotPaired(answer.body)) storage.setItem(PAIRING, answer.body.pairing);
    return answer;
  };
}
