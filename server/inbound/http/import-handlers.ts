import type {RequestHandler} from 'express';
import * as z from 'zod';
import type {Imported, ImportItem, ImportPage, ImportQuery, ImportRequest} from '../../../contract/import.js';
import {MATTERMOST_ID} from '../../../contract/mattermost-id.js';
import type {Importable} from '../../core/domain/importable.js';
import type {Clock} from '../../core/ports/clock.js';
import type {ImportMeeting} from '../../core/usecases/import-meeting.js';
import type {ListImportable, ListOutcome} from '../../core/usecases/list-importable.js';
import {withDeadline} from '../../lib/deadline.js';
import type {DescribeImport} from '../describe-import.js';
import {BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {importProblem} from './import-problem.js';
import {badRequest, jsonRoute, type JsonRouteDeps, NO_BODY} from './json-route.js';

/** What a page of the list is asked with. */
export const importQuerySchema = z
  .object({
    kind: z.enum(['meeting', 'webinar']).default('meeting'),
    when: z.enum(['upcoming', 'past']).default('upcoming'),
    page: z.string().min(1).max(512).optional(),
  })
  .refine(({kind, when}) => kind === 'webinar' || when === 'upcoming', {path: ['when']}) satisfies z.ZodType<
  Partial<ImportQuery>
>;

/** What one import is asked with. Who imports is never read from it. */
export const importBodySchema = z.object({
  channel_id: z.string().regex(MATTERMOST_ID),
  root_id: z.union([z.literal(''), z.string().regex(MATTERMOST_ID)]).default(''),
  kind: z.enum(['meeting', 'webinar']),
  number: z.string().regex(/^\d{9,15}$/),
  title: z.string().max(500).optional(),
  description: z.string().max(5000).optional(),
  picture: z.object({name: z.string().max(500), base64: z.base64()}).optional(),
  large_channel: z.literal(true).optional(),
}) satisfies z.ZodType<ImportRequest>;

export interface ImportHandlersDeps extends JsonRouteDeps {
  clock: Clock;
  listImportable: ListImportable;
  importMeeting: ImportMeeting;
  describeImport: DescribeImport;
}

/** `GET /api/v1/import?kind=…&when=…&page=…`: what the person hosts. */
export const listImportableHandler = (deps: ImportHandlersDeps): RequestHandler =>
  jsonRoute(NO_BODY, deps, async ({request, userId, user, reader}) => {
    const query = importQuerySchema.safeParse(request.query);
    if (!query.success) return badRequest({reader}, query.error.issues);
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.listImportable({...query.data, userId, user: user(), signal}),
    );
    if (outcome.kind === 'listed') {
      const {items, next} = outcome;
      return {json: {items: items.map(itemOf), ...(next && {next})} satisfies ImportPage};
    }
    if (query.data.page !== undefined && isInvalid(outcome)) {
      return {code: 'cursor_expired', message: (await reader()).translate('import.pageExpired')};
    }
    const message = deps.describeImport(outcome, await reader());
    return {...importProblem(outcome, deps.clock.now()), message};
  });

/** Of what is asked, the page alone comes from elsewhere. */
const isInvalid = (outcome: ListOutcome): boolean =>
  outcome.kind === 'zoom-trouble' && outcome.problem.kind === 'invalid';

const itemOf = ({kind, number, topic, startsAt, minutes, isSeries, overlaps}: Importable): ImportItem => ({
  kind,
  number,
  topic,
  ...(startsAt !== undefined && {starts_at: startsAt}),
  ...(minutes !== undefined && {minutes}),
  ...(isSeries && {is_series: true}),
  ...(overlaps && {overlaps: true}),
});

/** `POST /api/v1/import`: one of them becomes a card. */
export const importMeetingHandler = (deps: ImportHandlersDeps): RequestHandler =>
  jsonRoute(importBodySchema, deps, async ({body, userId, user, reader}) => {
    const {channel_id: channelId, root_id: rootId, kind, number, title, description} = body;
    const picture = body.picture && {
      name: body.picture.name,
      bytes: Buffer.from(body.picture.base64, 'base64'),
    };
    const place = {channelId, rootId, mayPostHere: false, isForMany: body.large_channel === true};
    const outcome = await withDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS, ({signal}) =>
      deps.importMeeting({...place, userId, user: user(), kind, number, title, description, picture, signal}),
    );
    if (outcome.kind === 'imported') {
      const {id, postId} = outcome.card;
      return {json: {post_id: postId, card_id: id} satisfies Imported};
    }
    const message = deps.describeImport(outcome, await reader());
    return {...importProblem(outcome, deps.clock.now()), message};
  });
