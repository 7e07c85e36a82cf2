import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import express, {type Express} from 'express';
import {fromThisMachine} from '../zoom/from-this-machine.js';
import {listenOnLoopback} from '../zoom/listen-on-loopback.js';
import {drawOrganiser} from './draw-organiser.js';
import {drawSession} from './draw-session.js';
import {type Stream, streamForm, streamUrlProblem} from './event-session.js';
import type {NamedSite} from './open-join-proxy.js';

const HOUR_MS = 3_600_000;

/**
 * A session page of an event platform that knows nothing of Mattermost: all it gets is a stream URL, which its
 * organiser pastes. `now`: ms since the epoch.
 */
export async function openEventSite(now: number): Promise<NamedSite> {
  const app = express().disable('x-powered-by');
  const {origin: bound, close} = await listenOnLoopback(app, 0);
  const origin = `http://events.localhost:${new URL(bound).port}`;
  app.use(fromThisMachine(origin));
  mountPages(app, Math.ceil(now / HOUR_MS) * HOUR_MS);
  return {origin, close};
}

function mountPages(app: Express, startsAt: number): void {
  let stream: Stream = {url: '', way: 'frame'};
  app.get('/', (_request, response) => {
    response.type('html').send(drawSession(stream, startsAt));
  });
  app.get('/organiser', (_request, response) => {
    response.type('html').send(drawOrganiser(stream));
  });
  app.post('/organiser', express.urlencoded(), (request, response) => {
    const {data: typed} = streamForm.safeParse(request.body);
    const problem = typed && streamUrlProblem(typed.url);
    if (typed === undefined) {
      response.status(400).end();
    } else if (problem === undefined) {
      stream = typed;
      response.redirect(303, '/');
    } else {
      response.status(400).type('html').send(drawOrganiser(typed, problem));
    }
  });
  app.get('/event-site.css', async (_request, response) => {
    response
      .type('css')
      .send(await readFile(fileURLToPath(new URL('event-site.css', import.meta.url)), 'utf8'));
  });
}
