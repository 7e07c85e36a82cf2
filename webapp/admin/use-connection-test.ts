import {useState} from 'react';
import type {Check} from '../../contract/admin.js';
import type {Asked} from '../api/answers.js';
import {useServices} from '../services.js';

/** A test of what is on the screen, and whether it has changed since. */
export interface ConnectionTest {
  isBusy: boolean;
  answer: Asked<readonly Check[]> | undefined;
  isStale: boolean;
  run: () => void;
}

/**
 * @param read - values as they are on the page now, by the keys that the server knows. What is tested is read at the
 * press: since we were drawn the page may have drawn more, and nobody has changed that.
 */
export function useConnectionTest(read: () => Readonly<Record<string, unknown>>): ConnectionTest {
  const {api} = useServices();
  const [isBusy, setIsBusy] = useState(false);
  const [tested, setTested] = useState<{answer: Asked<readonly Check[]>; settings: string}>();
  const run = async (): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    const settings = read();
    const answer = await api.adminTest(settings);
    setTested({answer, settings: JSON.stringify(settings)});
    setIsBusy(false);
  };
  return {
    isBusy,
    answer: tested?.answer,
    isStale: tested !== undefined && tested.settings !== JSON.stringify(read()),
    run: () => void run(),
  };
}
