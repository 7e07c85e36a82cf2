import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Texts} from '../../core/ports/texts.js';
import type {GetStartLink} from '../../core/usecases/get-start-link.js';
import {abortAfter} from '../../lib/abort-after.js';
import {parseJson} from '../../lib/parse-json.js';
import {readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';
import {sendProblem} from './api-problem.js';
import {zoomProblem} from './start-problem.js';

const bodySchema = z.object({
  card_id: z.string().regex(/^[0-9a-f]{32}$/),
  meeting_id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,15}$/)),
});

const ZOOM_DEADLINE_MS = 8_000;

interface StartLinkHandlerDeps {
  chat: Chat;
  clock: Clock;
  texts: Texts;
  getStartLink: GetStartLink;
}

/** `POST /api/v1/start-links`: the host's own way in, from the card's button; kept nowhere on the way. */
export const startLinkHandler =
  ({chat, clock, texts, getStartLink}: StartLinkHandlerDeps): RequestHandler =>
  async (request, response) => {
    const userId = actingUser(request);
    const {translate} = readerFor(texts, await chat.user(userId).catch(() => undefined));
    const body = bodySchema.safeParse(parseJson(request.body as Buffer));
    if (!body.success) {
      sendProblem(response, {status: 400, code: 'bad_request', message: translate('api.badRequest')});
      return;
    }
    const {card_id: cardId, meeting_id: number} = body.data;
    const {signal, cancel} = abortAfter(clock, ZOOM_DEADLINE_MS);
    const outcome = await getStartLink({userId, cardId, number, signal}).finally(cancel);
    switch (outcome.kind) {
      case 'link':
        response.json({start_url: outcome.link.reveal()});
        return;
      case 'ended':
        return sendProblem(response, {status: 410, code: 'ended', message: translate('host.ended')});
      case 'not-the-host':
        return sendProblem(response, {
          status: 403,
          code: 'not_the_host',
          message: translate('host.notYours'),
        });
      case 'zoom-trouble': {
        const message = translate('host.zoomTrouble');
        return sendProblem(response, {...zoomProblem(outcome.problem, clock.now()), message});
      }
    }
  };
