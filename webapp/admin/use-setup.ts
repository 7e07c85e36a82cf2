import {useCallback, useEffect, useRef, useState} from 'react';
import type {AdminSetup} from '../../contract/admin.js';
import type {Asked} from '../api/answers.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';

interface Setup {
  /** What belongs to each connection, from the server; `undefined`: not loaded yet. */
  asked: Asked<AdminSetup> | undefined;
  /** Asks again, and shows the answer. */
  ask: () => Promise<Asked<AdminSetup>>;
}

/**
 * The page gives the section the values that it was opened with. So the server is asked again whenever its answer may
 * differ: when `version` changes, and when the server says that something has changed.
 */
export function useSetup(version: string): Setup {
  const {api, state} = useServices();
  const [asked, setAsked] = useState<Asked<AdminSetup>>();
  const changes = useObservable(state, (known) => known.changes);
  const newest = useRef(0);
  const ask = useCallback(async () => {
    newest.current += 1;
    const own = newest.current;
    const answer = await api.adminSetup();
    // Only the answer to the latest question counts, and what is known stays when nobody answers.
    if (own === newest.current) {
      setAsked((before) => (before?.kind === 'answer' && answer.kind !== 'answer' ? before : answer));
    }
    return answer;
  }, [api]);
  useEffect(() => {
    void ask();
    return () => {
      newest.current += 1;
    };
  }, [ask, version, changes]);
  return {asked, ask};
}
