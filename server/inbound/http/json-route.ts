import type {Request, RequestHandler} from 'express';
import * as z from 'zod';
import type {Chat, ChatUser} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Texts} from '../../core/ports/texts.js';
import {parseJson} from '../../lib/parse-json.js';
import {type Reader, readerFor} from '../reader.js';
import {actingUser} from './acting-user.js';
import {type ApiProblem, sendProblem} from './api-problem.js';

/** A request whose body was understood, and who sent it. */
export interface JsonCall<Body> {
  body: Body;
  request: Request;
  /** '' where nobody has to say who they are. */
  userId: string;
  /** Asked for once, and only when somebody wants to know. Rejects with a `PortError`. */
  user: () => Promise<ChatUser | undefined>;
  /** Never rejects: what has to be said is said, in the words of the site if need be. */
  reader: () => Promise<Reader>;
}

/** With 204, `json` is not sent. */
export type JsonAnswer = {status?: 200 | 201 | 202 | 204; json: unknown} | ApiProblem;

export interface JsonRouteDeps {
  chat: Chat;
  texts: Texts;
  logger: Logger;
}

/** For a route that takes no body. */
export const NO_BODY = z.undefined();

/**
 * A route that takes and gives JSON. A body of another shape is answered with the names of the fields that are wrong.
 */
export const jsonRoute =
  <Body>(
    schema: z.ZodType<Body>,
    deps: JsonRouteDeps,
    run: (call: JsonCall<Body>) => Promise<JsonAnswer>,
  ): RequestHandler =>
  async (request, response) => {
    const caller = callerOf(request, deps);
    const body = schema.safeParse(Buffer.isBuffer(request.body) ? parseJson(request.body) : undefined);
    const answer = body.success
      ? await run({...caller, request, body: body.data})
      : await badRequest(caller, body.error.issues);
    if ('code' in answer) sendProblem(response, answer);
    else response.status(answer.status ?? 200).json(answer.json);
  };

function callerOf(
  request: Request,
  {chat, texts, logger}: JsonRouteDeps,
): Pick<JsonCall<unknown>, 'userId' | 'user' | 'reader'> {
  const userId = actingUser(request);
  let asked: Promise<ChatUser | undefined> | undefined;
  const user = (): Promise<ChatUser | undefined> => {
    if (asked === undefined) {
      asked = userId === '' ? Promise.resolve(undefined) : chat.user(userId);
      // A second click does not wait for it: the first one's start is its answer. Who does hears of the failure.
      asked.catch(() => undefined);
    }
    return asked;
  };
  const reader = async (): Promise<Reader> => {
    if (userId === '') return {translate: texts(request.acceptsLanguages()[0] ?? ''), isAdmin: false};
    const person = await user().catch((error: unknown) => {
      logger.warn('Nobody knows in which language to answer a person', {error: String(error)});
      return undefined;
    });
    return readerFor(texts, person);
  };
  return {userId, user, reader};
}

/**
 * Only names of fields, and of the first fields that we do not know: what stands in a field may be somebody else's.
 */
export async function badRequest(
  {reader}: Pick<JsonCall<unknown>, 'reader'>,
  issues: readonly z.core.$ZodIssue[],
): Promise<ApiProblem> {
  const named = issues.flatMap((issue) => {
    const [field] = issue.path;
    if (typeof field === 'string') return [field];
    return issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => FIELD_NAME.test(key)) : [];
  });
  return wrongFields({reader}, [...new Set(named)].slice(0, MAX_FIELDS));
}

export async function wrongFields(
  {reader}: Pick<JsonCall<unknown>, 'reader'>,
  fields: readonly string[],
): Promise<ApiProblem> {
  const {translate} = await reader();
  const message =
    fields.length === 0
      ? translate('api.badRequest')
      : translate('api.badRequest.fields', {fields: fields.map((field) => `\`${field}\``).join(', ')});
  return {code: 'bad_request', message, more: {fields}};
}

const FIELD_NAME = /^\w{1,40}$/;
const MAX_FIELDS = 20;
