import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {SetupTestAnswer, SetupTestRequest} from '../../../contract/admin.js';
import type {Clock} from '../../core/ports/clock.js';
import type {CheckSetup} from '../../core/usecases/check-setup.js';
import {withDeadline} from '../../lib/deadline.js';
import {TEST_LIMIT_MS} from '../patience.js';
import {readerFor} from '../reader.js';
import {renderCheck} from '../render-check.js';
import {jsonRoute, type JsonRouteDeps} from './json-route.js';
import {actingAdmin} from './system-admin.js';

/** Settings are texts and switches; a longer text is none that anybody typed. */
const bodySchema = z.object({
  settings: z.record(z.string().max(100), z.union([z.string().max(4096), z.boolean(), z.number(), z.null()])),
}) satisfies z.ZodType<SetupTestRequest>;

export interface AdminTestDeps extends JsonRouteDeps {
  checkSetup: CheckSetup;
  clock: Clock;
  settingsUrl: string;
}

/** Tests the settings as they stand on the page. Nothing is saved, and no value comes back. */
export const adminTest = (deps: AdminTestDeps): RequestHandler =>
  jsonRoute(bodySchema, deps, async ({body: {settings: typed}, request}) => {
    const person = actingAdmin(request);
    const outcome = await withDeadline(deps.clock, TEST_LIMIT_MS, ({signal}) =>
      deps.checkSetup({person, typed, signal}),
    );
    const {translate} = readerFor(deps.texts, person);
    if (outcome.kind === 'busy') return {code: 'rate_limited', message: translate('admin.testRunning')};
    const checks = outcome.checks.map((check) => renderCheck(translate, check, deps.settingsUrl));
    return {json: {checks} satisfies SetupTestAnswer};
  });
