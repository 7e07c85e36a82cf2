import {chatUnavailable, storeUnavailable, zoomTrouble} from '../../server/core/ports/port-error.js';
import type {Zoom} from '../../server/core/ports/zoom.js';
import {type Outside, startPluginProcess} from './plugin-process.js';

/** What befalls a process at one of its calls to the outside. */
export interface Accident {
  /** The how-manieth call, from 1. */
  atCall: number;
  /** Whether the call is carried out all the same. */
  isCarriedOut: boolean;
  /** dies: nothing is heard of the process ever after · fails: the call alone fails, as if its answer got lost. */
  kind: 'dies' | 'fails';
}

/** A plugin process that has one accident; `died` resolves when it is no more. */
export function startMortalProcess(
  outside: Outside & {zoom: Zoom},
  accident: Accident,
  options?: Parameters<typeof startPluginProcess>[1],
) {
  let calls = 0;
  let isDead = false;
  let die = (): void => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = () => {
      isDead = true;
      resolve('died');
    };
  });
  const never = new Promise<never>(() => undefined);

  const call = async (task: () => unknown, failure: () => Error): Promise<unknown> => {
    if (isDead) return never;
    calls += 1;
    const hasAccident = calls === accident.atCall;
    const answer = hasAccident && !accident.isCarriedOut ? undefined : await task();
    if (hasAccident && accident.kind === 'dies') die();
    if (isDead) return never;
    if (hasAccident) throw failure();
    return answer;
  };
  const mortal = <T extends object>(target: T, failure: () => Error): T =>
    new Proxy(target, {
      get(object, name): unknown {
        const member: unknown = Reflect.get(object, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => call(() => Reflect.apply(member, object, args) as unknown, failure);
      },
    });

  const mortalOutside: Outside = {
    ...outside,
    chat: mortal(outside.chat, () => chatUnavailable('no answer')),
    zoom: {
      ...outside.zoom,
      as: (...whom) => {
        const calls = outside.zoom.as(...whom);
        const failure = (): Error => zoomTrouble({kind: 'timeout'});
        return {...mortal(calls, failure), operations: mortal(calls.operations, failure)};
      },
    },
    keyValue: mortal(outside.keyValue, () => storeUnavailable('no answer')),
  };
  const process = startPluginProcess(mortalOutside, options);
  return {...process, died, calls: () => calls};
}
