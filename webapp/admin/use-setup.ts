import {useEffect, useState} from 'react';
import type {AdminSetup, Asked} from '../api/answers.js';
import {useServices} from '../services.js';

/** What belongs to each connection, from the server; asked again when `version` changes. `undefined`: not here yet. */
export function useSetup(version: string): Asked<AdminSetup> | undefined {
  const {api} = useServices();
  const [setup, setSetup] = useState<Asked<AdminSetup>>();
  useEffect(() => {
    let isCurrent = true;
    void api.adminSetup().then((answer) => {
      if (isCurrent) setSetup(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [api, version]);
  return setup;
}
