import {html, type Html} from './html.js';

/** Why Zoom shows a page of its own, and sends the browser nowhere. */
export type Mistake =
  | {kind: 'unknown-client'; clientId: string}
  | {kind: 'unknown-redirect'; redirectUri: string}
  | {
      kind:
        | 'no-authorisation'
        | 'disabled-app'
        | 'unknown-response-type'
        | 'unknown-challenge-method'
        | 'unknown-user'
        | 'private-app'
        | 'admins-only'
        | 'not-approved';
    };

/** What the page says. The numbers are Zoom's, which writes them with a comma. */
export function describeMistake(mistake: Mistake): Html {
  switch (mistake.kind) {
    case 'unknown-client':
      return html`Invalid client_id: ${mistake.clientId} (4,702)`;
    case 'unknown-redirect':
      return html`Invalid redirect: ${mistake.redirectUri} (4,709)`;
    case 'no-authorisation':
      return html`This is a Server-to-Server OAuth app. It signs in by itself, and nobody can authorize it.
      (4,705)`;
    case 'disabled-app':
      return html`The app has been disabled. (4,717)`;
    case 'unknown-response-type':
      return html`Unsupported response_type: it has to be “code”.`;
    case 'unknown-challenge-method':
      return html`Unsupported code_challenge_method: it has to be “S256”.`;
    case 'unknown-user':
      return html`There is no such user in Zoom, or not any more.`;
    case 'private-app':
      return html`You cannot authorize this app: it is not published, so only people of the developer’s own
      account can.`;
    case 'admins-only':
      return html`You cannot authorize this app: only an admin or the owner of your account can, for everybody
      in it.`;
    case 'not-approved':
      return html`The admin of your account has not approved this app. Ask them to approve it in the
      Marketplace.`;
  }
}
