import express, {type Express} from 'express';
import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import {sessionCookies} from './browser-session.js';
import {optionalField} from './call.js';
import {renderSignIn} from './render-sign-in.js';
import {readUrl} from '../../../contract/read-url.js';

/**
 * The page `/login`, where Mattermost sends a browser that has no session. There are no passwords here: a person
 * chooses who they are, and gets to where they wanted to go (`redirect_to`).
 */
export function createSignIn(state: State, sessions: Sessions): Express {
  const people = () => [...state.users.values()].filter((user) => !user.is_bot && user.delete_at === 0);
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/login', ({query}, response) => {
    response.type('html').send(renderSignIn(people(), optionalField(query, 'redirect_to')));
  });
  app.post('/login', express.urlencoded({extended: false, limit: '8kb'}), (request, response) => {
    const here = `http://${request.headers.host ?? ''}`;
    const person = people().find(({username}) => username === optionalField(request.body, 'user'));
    // Another site must not choose who somebody is here.
    if (person === undefined || (request.headers.origin ?? here) !== here) {
      response.sendStatus(403);
      return;
    }
    response.setHeader('Set-Cookie', sessionCookies(person.id, '/', sessions));
    response.redirect(303, addressHere(optionalField(request.body, 'redirect_to'), here));
  });
  return app;
}

/** The whole address, so that nothing can be read into a path; the first page where it would lead to another site. */
function addressHere(path: string, here: string): string {
  const address = readUrl(path, here);
  return path.startsWith('/') && address?.origin === here ? address.href : `${here}/`;
}
