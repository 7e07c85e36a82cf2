import type {Request, RequestHandler} from 'express';
import type * as z from 'zod';
import type {ProblemCode} from '../../../contract/problem.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {Texts, Translate} from '../../core/ports/texts.js';
import type {Pass, ReadPass} from '../../core/usecases/read-pass.js';
import {parseJson} from '../../lib/parse-json.js';
import {type ApiProblem, sendProblem} from '../http/api-problem.js';
import {badRequest, type JsonAnswer} from '../http/json-route.js';
import {portProblem} from '../http/port-problem.js';
import type {JoinLimits} from './join-limits.js';
import {noPassProblem} from './pass-problem.js';
import {readerLanguage} from './reader-language.js';

/** A request by somebody with a good pass. */
export interface PassCall<Body> {
  pass: Pass;
  body: Body;
  translate: Translate;
}

export interface PassRouteDeps {
  readPass: ReadPass;
  joinLimits: JoinLimits;
  texts: Texts;
  logger: Logger;
  capabilities: {sessions: boolean};
  siteUrl: string;
}

/** free: it costs nothing · limited: it is counted, for who asks and for the pass */
type Cost = 'free' | 'limited';

/** How a route below a pass takes what it is asked. */
interface PassRouteKind<Body> {
  schema: z.ZodType<Body>;
  cost: Cost;
  /** Hears of every answer. */
  told?: (answer: 'done' | ProblemCode) => void;
}

/**
 * A route below a pass. Who asks is nobody's business: what counts is the pass in its path, and the language that the
 * page was asked for in.
 */
export const passRoute =
  <Body>(
    deps: PassRouteDeps,
    {schema, cost, told}: PassRouteKind<Body>,
    run: (call: PassCall<Body>) => Promise<JsonAnswer>,
  ): RequestHandler =>
  async (request, response) => {
    const translate = deps.texts(readerLanguage(request));
    const answer = await answerOf(deps, request, {translate, schema, cost, run}).catch((error: unknown) => {
      const problem = portProblem(error, translate);
      if (problem === undefined) throw error;
      const isLogged = hasCode(error, 'record-unreadable');
      if (!isLogged && deps.joinLimits.logLines.spend(problem.code) === undefined) {
        deps.logger.error('Somebody could not join by a link of ours', {error: String(error)});
      }
      return problem;
    });
    told?.('code' in answer ? answer.code : 'done');
    if ('code' in answer) sendProblem(response, answer);
    else response.status(answer.status ?? 200).json(answer.json);
  };

interface Asking<Body> {
  translate: Translate;
  schema: z.ZodType<Body>;
  cost: Cost;
  run: (call: PassCall<Body>) => Promise<JsonAnswer>;
}

async function answerOf<Body>(
  {readPass, joinLimits, capabilities, siteUrl}: PassRouteDeps,
  request: Request,
  {translate, schema, cost, run}: Asking<Body>,
): Promise<JsonAnswer> {
  const token = String(request.params['pass']);
  const reading = await joinLimits.unknownPasses.read(request, () => readPass(token));
  if (reading.kind === 'too-many') return tooMany(reading.seconds, translate);
  if (reading.kind !== 'good') return noPassProblem(reading, translate, capabilities.sessions ? siteUrl : '');
  // Of good ones alone: what strangers make up is not kept, and uses up nothing of those who share their address.
  const wait =
    cost === 'limited' ? (joinLimits.ofAddress.spend(request) ?? joinLimits.ofPass.spend(token)) : undefined;
  if (wait !== undefined) return tooMany(wait, translate);
  const body = schema.safeParse(Buffer.isBuffer(request.body) ? parseJson(request.body) : undefined);
  if (body.success) return run({pass: reading.pass, body: body.data, translate});
  return badRequest({reader: async () => ({translate, isAdmin: false})}, body.error.issues);
}

const tooMany = (seconds: number, translate: Translate): ApiProblem => ({
  code: 'rate_limited',
  message: translate('pass.tooMany', {seconds}),
  retryAfter: seconds,
});
