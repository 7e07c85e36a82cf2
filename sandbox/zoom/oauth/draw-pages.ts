import {displayName} from '../state/add-user.js';
import {scopesToConsent} from '../state/consents.js';
import type {SimulatedAccount, SimulatedUser} from '../state/records.js';
import {html, type Html} from './html.js';
import {describeMistake, type Mistake} from './mistakes.js';
import {scopeInWords} from './scope-words.js';

export interface Page {
  title: string;
  body: Html;
}

/** Where the query of the app stays while a person goes from page to page. */
const ADDRESS = '/oauth/authorize';

const hidden = (fields: Iterable<[string, string]>): readonly Html[] =>
  [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);

const whoIs = (account: SimulatedAccount, user: SimulatedUser): Html =>
  html`${user.email}${user.accountId === account.id ? '' : ' · another Zoom account'}`;

/** Who is at this browser? `connected`: who has consented already, and can go on with one press. */
export function signInPage(
  {account, users}: {account: SimulatedAccount; users: readonly SimulatedUser[]},
  query: URLSearchParams,
  connected: readonly SimulatedUser[],
): Page {
  const person = (user: SimulatedUser): Html =>
    html`<button name="user" value="${user.id}">
      ${displayName(user)}<small>${whoIs(account, user)}</small>
    </button>`;
  const goOn = (user: SimulatedUser): Html =>
    html`<form method="post" action="${ADDRESS}">
      ${hidden([...query, ['user', user.id]])}
      <button class="main" name="decision" value="allow">
        Continue as ${displayName(user)}<small>${whoIs(account, user)}</small>
      </button>
    </form>`;
  return {
    title: 'Sign in to Zoom',
    body: html`<h1>Sign in to Zoom</h1>
      <p>to go on to ${account.appName}. In this simulation nobody has a password: choose who you are.</p>
      ${connected.map(goOn)}
      <form method="get" action="${ADDRESS}">${hidden(query)} ${users.map(person)}</form>`,
  };
}

/** The app, what it wants, and the two answers. */
export function consentPage(account: SimulatedAccount, query: URLSearchParams, user: SimulatedUser): Page {
  const scopes = scopesToConsent(account).map((scope) => html`<li>${scopeInWords(scope)}</li>`);
  const whose = account.appType === 'general_admin' ? 'your whole Zoom account' : 'your Zoom account';
  return {
    title: `${account.appName} requests access`,
    body: html`<h1>${account.appName} requests access to ${whose}</h1>
      <p>You are signed in as ${displayName(user)}, ${whoIs(account, user)}.</p>
      <p>It would be able to:</p>
      <ul>
        ${scopes}
      </ul>
      <form method="post" action="${ADDRESS}">
        ${hidden([...query, ['user', user.id]])}
        <button class="main" name="decision" value="allow">Allow</button>
        <button name="decision" value="decline">Decline</button>
      </form>`,
  };
}

export const mistakePage = (mistake: Mistake): Page => ({
  title: 'Zoom cannot do that',
  body: html`<h1>Oops!</h1>
    <p role="alert">${describeMistake(mistake)}</p>`,
});
