import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Clock} from '../../core/ports/clock.js';
import type {Texts} from '../../core/ports/texts.js';
import type {CheckSetup} from '../../core/usecases/check-setup.js';
import {abortAfter} from '../../lib/abort-after.js';
import {parseJson} from '../../lib/parse-json.js';
import {readerFor} from '../reader.js';
import {renderCheck} from '../render-check.js';
import {sendProblem} from './api-problem.js';
import {actingAdmin} from './system-admin.js';

const TEST_LIMIT_MS = 20_000;

/** Settings are texts and switches; a longer text is none that anybody typed. */
const bodySchema = z.object({
  settings: z.record(z.string().max(100), z.union([z.string().max(4096), z.boolean(), z.number(), z.null()])),
});

interface AdminTestDeps {
  checkSetup: CheckSetup;
  clock: Clock;
  texts: Texts;
  settingsUrl: string;
}

/** Tests the settings as they stand on the page. Nothing is saved, and no value comes back. */
export const adminTest =
  ({checkSetup, clock, texts, settingsUrl}: AdminTestDeps): RequestHandler =>
  async (request, response) => {
    const person = actingAdmin(response);
    const {translate} = readerFor(texts, person);
    const body = bodySchema.safeParse(parseJson(request.body as Buffer));
    if (!body.success) {
      const message = translate('api.badRequest');
      return sendProblem(response, {status: 400, code: 'bad_request', message});
    }
    const deadline = abortAfter(clock, TEST_LIMIT_MS);
    try {
      const outcome = await checkSetup({person, typed: body.data.settings, signal: deadline.signal});
      if (outcome.kind === 'busy') {
        const message = translate('admin.testRunning');
        return sendProblem(response, {status: 429, code: 'rate_limited', message});
      }
      response.json({checks: outcome.checks.map((check) => renderCheck(translate, check, settingsUrl))});
    } finally {
      deadline.cancel();
    }
  };
