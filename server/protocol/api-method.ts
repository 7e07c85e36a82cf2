import {gob, type GobType, type GobValue} from '../wire/gob/type.js';
import {appError} from './models/app-error.js';

/** How a method of the plugin API says no: Mattermost's own error, any Go error, or not at all. */
export type ApiFailure = 'AppError' | 'error' | 'nothing';

type Parameters = readonly GobType[];

/** One method of the plugin API, and the two structs that carry a call of it. */
export interface ApiMethod<
  P extends Parameters = Parameters,
  R extends GobType | undefined = GobType | undefined,
> {
  readonly parameters: P;
  readonly result: R;
  readonly failure: ApiFailure;
  /** The parameters as fields A, B, C … */
  readonly args: GobType<ApiFields>;
  /** The result and then the failure, if there are any, as fields A and B. */
  readonly reply: GobType<ApiFields>;
}

export type ApiFields = Readonly<Record<string, unknown>>;

type Values<P extends Parameters> = {
  readonly [Index in keyof P]: P[Index] extends GobType ? GobValue<P[Index]> : never;
};

/** Parameters as a caller gives them. */
export type ApiParameters<M extends ApiMethod> = Values<M['parameters']>;

/** `undefined` also stands for the zero value: gob does not send '', 0, false, or anything empty. */
export type ApiResult<M extends ApiMethod> = M['result'] extends GobType
  ? GobValue<M['result']> | undefined
  : void;

const failures = {AppError: appError, error: gob.any, nothing: undefined} as const;

/**
 * Declares a method of the plugin API. The structs that Go's net/rpc carries for it follow from the three arguments.
 *
 * @param parameters - types in Go's order
 * @param result - `undefined`: none but the failure
 *
 * @example The row `apiMethods` needs for one more method
 * ```ts
 * import {gob} from './wire/gob/type.js';
 * import {apiMethod} from './protocol/api-method.js';
 *
 * // func (API) UnregisterCommand(teamID, trigger string) error
 * export const UnregisterCommand = apiMethod([gob.string, gob.string], undefined, 'error');
 * ```
 */
export function apiMethod<const P extends Parameters, R extends GobType | undefined>(
  parameters: P,
  result: R,
  failure: ApiFailure,
): ApiMethod<P, R> {
  return {
    parameters,
    result,
    failure,
    args: lettered('Z_Args', parameters),
    reply: lettered(
      'Z_Returns',
      [result, failures[failure]].filter((type) => type !== undefined),
    ),
  };
}

/** The name of the field that stands at `index`: A, B, C … */
export function fieldLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function lettered(name: string, types: readonly GobType[]): GobType<ApiFields> {
  return gob.struct(name, Object.fromEntries(types.map((type, index) => [fieldLetter(index), type])));
}
