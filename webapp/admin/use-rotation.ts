import {useEffect, useState} from 'react';
import {type Because, BECAUSE_KEPT_MS, type RotatingSetting} from '../../contract/admin.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';

/** What is asked about a secret that is about to change. */
export interface Rotation {
  /** Until when the present one would stay good, in milliseconds since the epoch. */
  until: number;
  /** What was chosen; `isKept`: the server knows it. */
  because: Because | undefined;
  isKept: boolean;
  hasFailed: boolean;
  answer: (because: Because) => void;
}

/** Nobody waits for the question, and there is no need to ask for every letter that is typed. */
const PAUSE_MS = 300;

interface Known extends Omit<Rotation, 'answer'> {
  value: string;
}

/**
 * `value`: what is on the screen, if it is a secret that was typed or made there. `undefined`: there is nothing to ask.
 */
export function useRotation(setting: RotatingSetting, value: string | undefined): Rotation | undefined {
  const {api, state} = useServices();
  const changes = useObservable(state, (client) => client.changes);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    if (value === undefined) return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await api.webhookSecret({setting, value});
      if (!isCurrent || answer.kind !== 'answer') return;
      const {until} = answer.value;
      if (until === undefined) return setKnown(undefined);
      setKnown((before) =>
        before?.value === value
          ? {...before, until}
          : {value, until, because: undefined, isKept: false, hasFailed: false},
      );
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, setting, value, changes]);

  const isKept = known?.isKept === true;
  useEffect(() => {
    if (!isKept) return undefined;
    const timer = setTimeout(() => setKnown(unanswered), BECAUSE_KEPT_MS);
    return () => clearTimeout(timer);
  }, [isKept]);

  if (known === undefined || value !== known.value) return undefined;
  const answer = async (because: Because): Promise<void> => {
    setKnown({...known, because, isKept: false, hasFailed: false});
    const {kind} = await api.webhookSecret({setting, value, because});
    setKnown((now) =>
      now?.value === value && now.because === because
        ? {...now, ...(kind === 'answer' ? {isKept: true} : {because: undefined, hasFailed: true})}
        : now,
    );
  };
  return {...known, answer: (because) => void answer(because)};
}

const unanswered = (known: Known | undefined): Known | undefined =>
  known && {...known, because: undefined, isKept: false};
