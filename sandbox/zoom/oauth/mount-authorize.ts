import express, {type Express, type Response} from 'express';
import {readPageSource} from '../pages.js';
import {addConsent, consentOf} from '../state/consents.js';
import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedUser} from '../state/records.js';
import {type AuthorizeRequest, readAuthorizeRequest} from './authorize-request.js';
import {consentPage, mistakePage, type Page, signInPage} from './draw-pages.js';
import {findObstacle} from './find-obstacle.js';
import {html} from './html.js';
import type {Mistake} from './mistakes.js';

const CODE_LIFETIME_MS = 5 * 60_000;

/** What happens next: a page, or the way back to the app. */
type Step = {page: Page; status: 200 | 400} | {goTo: string};

/**
 * Zoom's side of an authorisation in the browser: who is there, what the app wants, and back to it. GET shows, POST
 * decides; the query of the app goes along in both.
 */
export function mountAuthorize(app: Express, state: SimulatorState): void {
  app.get('/oauth/authorize', (request, response) => {
    const fields = new URLSearchParams(request.originalUrl.split('?')[1]);
    fields.delete('decision');
    return answer(response, takeStep(state, fields));
  });
  const readForm = express.text({type: 'application/x-www-form-urlencoded'});
  app.post('/oauth/authorize', readForm, (request, response) =>
    answer(response, takeStep(state, new URLSearchParams(String(request.body)))),
  );
}

async function answer(response: Response, step: Step): Promise<void> {
  if ('goTo' in step) return response.redirect(302, step.goTo);
  response.status(step.status).set('Cache-Control', 'no-store').type('html');
  response.send(await drawWhole(step.page));
}

function takeStep(state: SimulatorState, fields: URLSearchParams): Step {
  const {account} = state;
  const users = state.users.filter(({status}) => status === 'active');
  const read = readAuthorizeRequest(state, fields);
  if ('mistake' in read) return refuse(read.mistake);
  const [userId, decision] = ['user', 'decision'].map((name) => fields.get(name));
  const query = new URLSearchParams([...fields].filter(([name]) => name !== 'user' && name !== 'decision'));
  if (userId === null) {
    const connected = users.filter(({id}) => consentOf(state, id) !== undefined);
    return show(signInPage({account, users}, query, connected));
  }
  const user = users.find(({id}) => id === userId);
  if (user === undefined) return refuse({kind: 'unknown-user'});
  const obstacle = findObstacle(account, user);
  if (obstacle !== undefined) return refuse(obstacle);
  if (decision === 'allow') return {goTo: allow(state, read.request, user)};
  if (decision === 'decline') return {goTo: backTo(read.request, {error: 'access_denied'})};
  return show(consentPage(account, query, user));
}

const show = (page: Page): Step => ({page, status: 200});

const refuse = (mistake: Mistake): Step => ({page: mistakePage(mistake), status: 400});

function allow(state: SimulatorState, request: AuthorizeRequest, user: SimulatedUser): string {
  const {codes, ids, clock} = state;
  const {id: consentId} = addConsent(state, user);
  const {redirectUri, codeChallenge} = request;
  const code = ids.secret();
  codes.set(code, {consentId, expiresAt: clock.now() + CODE_LIFETIME_MS, redirectUri, codeChallenge});
  return backTo(request, {code});
}

function backTo({redirectUri, state}: AuthorizeRequest, outcome: Record<string, string>): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(outcome)) address.searchParams.set(name, value);
  if (state !== undefined) address.searchParams.set('state', state);
  return address.href;
}

async function drawWhole({title, body}: Page): Promise<string> {
  const frame = await readPageSource('oauth-page.html');
  return frame.replace('{title}', () => html`${title}`.text).replace('{body}', () => body.text);
}
